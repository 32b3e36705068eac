import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkFields, readTextFile } from './front-matter.ts';

describe('a text file', () => {
  it('is parted into fields and body', () => {
    expect(
      readTextFile('a.md', '---\ntitle: 标题\ntags: [甲]\npublishedOn: 2026-01-02\n---\n\n正文\n'),
    ).toEqual({
      fields: { title: '标题', tags: ['甲'], publishedOn: '2026-01-02' },
      body: '正文',
    });
  });

  it.each([
    ['without front matter', '正文', /a\.md: has no front matter/],
    ['with front matter that never ends', '---\ntitle: 甲\n正文', /a\.md: has no front matter/],
    ['without a body', '---\ntitle: 甲\n---\n\n', /a\.md: has no body/],
    ['whose front matter is not YAML', '---\ntitle: "甲\n---\n正文', /a\.md: its front matter is not YAML/],
    ['that says a field twice', '---\ntitle: 甲\ntitle: 乙\n---\n正文', /a\.md: .*unique/],
  ])('%s is refused by name', (_, text, message) => {
    expect(() => readTextFile('a.md', text)).toThrow(message);
  });

  it('is refused with every field that does not fit', () => {
    const schema = z.strictObject({ title: z.string(), order: z.int() });
    expect(() => checkFields('a.md', schema, { order: 'eins', colour: 'red' })).toThrow(
      /a\.md: title: .*\na\.md: order: .*\na\.md: .*colour/,
    );
  });
});
