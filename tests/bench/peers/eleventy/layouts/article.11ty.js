import { each, frame, text } from './frame.js';

const source = ({ label, url, outside }) =>
  url
    ? `<a class="article-source" href="${text(url)}"${outside ? ' rel="noopener"' : ''}>${text(label)}</a>`
    : `<span class="article-source">${text(label)}</span>`;

const tab = ({ key, label, entries }) =>
  `<section id="related-${key}" data-tab="${label}"><h2>${label}</h2><ul class="related-list">${each(entries, ({ path, title, note }) => `<li><a href="${text(path)}">${text(title)}</a> ${note ? `<span class="related-note">${text(note)}</span>` : ''}</li>`)}</ul></section>`;

const neighbour = (kind, label, one) =>
  one ? `<p class="neighbour-${kind}">${label}：<a href="${text(one.path)}">${text(one.label)}</a></p>` : '';

export function render(data) {
  const { series, sources, credits, labels, related, older, newer } = data;
  const time = [data.publishedOn, data.publishedTime].filter(Boolean).join(' ');
  return frame(
    { ...data, title: data.head, url: data.page.url, article: true, reading: true },
    `<article class="article"><header class="article-head"><h1>${series ? `<a class="article-series" href="${text(series.path)}"><span aria-hidden="true">【</span>${text(series.name)}<span aria-hidden="true">】</span></a>` : ''}${text(data.title)}</h1>${data.subtitle ? `<p class="article-subtitle">${text(data.subtitle)}</p>` : ''}<div class="article-facts"><p><span class="article-fact">来源：${(sources ?? []).map(source).join('、')}</span> <span class="article-fact">发布时间：<time datetime="${data.publishedIso}">${time}</time></span> <span class="article-fact">浏览次数：<span data-views>${data.views ?? '—'}</span></span></p><div class="sizer" data-needs-js role="group" aria-label="正文字号"><span aria-hidden="true">字号：</span><button type="button" data-size-step="-1" aria-label="缩小字号" aria-controls="body">−</button><output data-size-output aria-label="当前字号" aria-live="polite">18</output><button type="button" data-size-step="1" aria-label="放大字号" aria-controls="body">+</button></div></div></header>${data.editorNoteHtml ? `<aside class="editor-note" aria-labelledby="editor-note"><h2 id="editor-note"><span aria-hidden="true">【</span>编者按<span aria-hidden="true">】</span></h2><div class="prose">${data.editorNoteHtml}</div></aside>` : ''}<div class="prose" id="body">${data.content}</div>${data.byline ? `<p class="article-byline"><span aria-hidden="true">（</span>${text(data.byline)}<span aria-hidden="true">）</span></p>` : ''}<p class="article-credits">${each(credits, ({ role, names }) => `<span>${role}：${text(names)}</span> `)}${data.aiAssisted ? '<span>本文在写作中使用了人工智能辅助，经编辑审核</span>' : ''}</p>${labels?.length ? `<div class="article-tags"><span id="tags">标签：</span><ul aria-labelledby="tags">${each(labels, ({ label, path }) => `<li><a href="${text(path)}" rel="tag">${text(label)}</a></li>`)}</ul></div>` : ''}</article><section class="related" aria-label="相关内容" data-tabs>${each(related, tab)}</section><nav class="neighbours" aria-label="上一篇和下一篇">${neighbour('older', '上一篇', older)}${neighbour('newer', '下一篇', newer)}</nav>`,
  );
}
