/** What the publisher loads: the renderer port, implemented by the routes, the views and Astro's templates. */
import type { Renderer } from '@xinglin/shared/renderer.js';
import { createApp } from 'astro/app/entrypoint';
import { affected } from './affected/affected.ts';
import { frame, plan, route, view } from './routes.ts';
import type { FormerView } from './views/former.ts';

const app = createApp({ streaming: false });

/** Astro imports a page's module for every page it renders; each is asked for once instead. */
for (const [component, load] of app.manifest.pageMap ?? []) {
  let module: ReturnType<typeof load> | undefined;
  app.manifest.pageMap?.set(component, () => {
    module ??= load();
    return module;
  });
}

/** A former address is spelled like those of the pages that are there: only its view tells it apart. */
const formerPages = app.manifest.routes.find(
  ({ routeData }) => routeData.component === 'src/pages/[...former].astro',
)?.routeData;

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
    const { former, status } = view as Partial<FormerView>;
    const options = { locals: { view }, ...(former !== undefined && { routeData: formerPages }) };
    const response = await app.render(requestOf(path), options);
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status === 200 ? (status ?? 200) : response.status, body };
  },
};
