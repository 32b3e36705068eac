import { renderBody } from '@xinglin/shared/body/body.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { make } from '../fixtures/hospital.ts';
import { bodyHtml } from './body.ts';
import { keptBody } from './kept-bodies.ts';
import { onceAVersion } from './once.ts';

const text = '看[那一篇](/news/a/)和图。\n\n![图](media:tu)\n\n## 小标题';
const picture = { src: '/a.jpg', srcset: '/a.webp 480w', width: 4, height: 3, alt: '图' };

test('a kept body is the one that would be rendered, whatever answer, option or text changes', () => {
  const answers = [
    { media: () => undefined, link: () => undefined },
    { media: () => picture, link: () => undefined },
    { media: () => ({ ...picture, alt: '另一张' }), link: (path: string) => path },
    { media: () => ({ path: '/f.pdf', name: 'f.pdf' }), link: () => '/news/b/' },
  ];
  const options = [undefined, { base: 3 as const }, { prefix: 'note' }, { base: 3 as const, prefix: 'note' }];
  for (const _ of ['first', 'again']) {
    for (const context of answers) {
      for (const option of options) {
        for (const markdown of [text, `${text}\n`, '另一篇']) {
          expect(keptBody(markdown, context, option)).toBe(renderBody(markdown, context, option));
        }
      }
    }
  }
});

test('a body follows what it names, and a function once a version every write', () => {
  const snapshot = openSnapshot(':memory:', { readOnly: false });
  const names = onceAVersion((one) => one.all('article').map(({ title }) => title));
  let revision = 0;
  const put = (title: string, slug: string) => {
    const item = make('article', 'a', { title, slug });
    revision += 1;
    snapshot.apply(
      { kind: 'header', format: 'xinglin-feed/1', epoch: 'fixture-1', since: revision - 1, revision },
      [{ kind: 'put', revision, digest: formDigest(item), item }],
    );
  };
  expect(bodyHtml(snapshot, text)).not.toContain('href');
  put('甲', 'a');
  expect(bodyHtml(snapshot, text)).toContain('href="/news/a/"');
  expect(names(snapshot)).toEqual(['甲']);
  expect(names(snapshot)).toBe(names(snapshot));
  put('乙', 'b');
  expect(bodyHtml(snapshot, text)).not.toContain('href');
  expect(names(snapshot)).toEqual(['乙']);
});
