/** What the publisher loads: the renderer port, implemented by the routes, the views and Astro's templates. */
import type { Renderer } from '@xinglin/shared/renderer.js';
import { createApp } from 'astro/app/entrypoint';
import { affected, frame, plan, route, view } from './routes.ts';

const app = createApp({ streaming: false });

/** Astro knows pages without the suffix under which they are stored: `/404.html` is its `/404`. */
const requestOf = (path: string): Request =>
  new Request(new URL(path.replace(/\.html$/, ''), 'http://site.invalid'));

export const renderer: Renderer = {
  plan,
  route,
  frame,
  affected,
  view,
  async render(path, view) {
    const response = await app.render(requestOf(path), { locals: { view } });
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  },
};
