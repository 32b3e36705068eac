import { expect, test } from 'vitest';
import { element, escaped } from './xml.ts';

test('what has a meaning in XML is escaped, and what XML cannot carry is dropped', () => {
  expect(escaped('“甲” & <乙>\u0001')).toBe('“甲” &amp; &lt;乙&gt;');
  expect(escaped('一\ud83d二\ude00三\u{1f600}')).toBe('一二三\u{1f600}');
  expect(escaped('a"b')).toBe('a&quot;b');
});

test('an element without a text is none', () => {
  expect(element('title', 'A & B')).toBe('<title>A &amp; B</title>');
  expect(element('lastmod', undefined)).toBe('');
});
