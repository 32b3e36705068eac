import { frame } from '../layouts/frame.js';

export const data = { permalink: '/404.html', eleventyExcludeFromCollections: true };

export function render() {
  return frame(
    { title: '没有这个页面 - 杏林医院', url: '/404.html' },
    '<h1 class="page-title">没有这个页面</h1>',
  );
}
