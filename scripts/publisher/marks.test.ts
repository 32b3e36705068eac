import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markOf, marksOf } from './marks.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(?:-[a-z0-9]{1,8}){0,2}$/);
const section = fc.constantFrom('news', 'doctors', 'tags', 'departments');
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const around = fc.constantFrom(
  (name: string) => `<a href="${name}">读</a>`,
  (name: string) => `<a href="https://hospital.example${name}#b">读</a>`,
  (name: string) => `<loc>https://hospital.example${name}</loc>`,
  (name: string) => `{"url":"${name}"}`,
  (name: string) => `<img srcset="/media/ab${name}-480.webp 480w, x${name}2026/11/">`,
);

test('a page that names an address or an original has its mark', () => {
  const name = fc.oneof(
    fc.tuple(section, slug).map(([first, second]) => `/${first}/${second}/`),
    slug.map((one) => `/${one}/`),
    sha256.map((one) => `/${one}`),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, around), { minLength: 1, maxLength: 6 }), (named) => {
      const marks = marksOf(Buffer.from(named.map(([one, write]) => write(one)).join('门诊')));
      for (const [one] of named) {
        const asked = one.endsWith('/') ? one : one.slice(1);
        expect(Buffer.from(marks).includes(Buffer.from(markOf(asked)))).toBe(true);
      }
    }),
  );
});

test('a page that names nothing has no marks, and equal names have one', () => {
  expect(marksOf(Buffer.from('<p>门诊时间 8/9 点</p>'))).toHaveLength(0);
  const page = Buffer.from('<a href="/news/a/">一</a><a href="/news/a/">二</a>');
  expect(marksOf(page)).toHaveLength(3 * 4);
});

test('marks tell ten thousand addresses apart but for a handful', () => {
  const names = Array.from({ length: 10_000 }, (_, n) => `/news/corpus-${n}/`);
  const distinct = new Set(names.map((name) => Buffer.from(markOf(name)).toString('hex')));
  expect(distinct.size).toBeGreaterThan(9_990);
});
