import { expect, test } from 'vitest';
import { siteStyleCss } from './site-style.ts';

test('the usual size is said where 长者模式 and the reader can still say otherwise', () => {
  expect(siteStyleCss({ fontSize: 20, greyscale: false })).toBe(':root {\n  --size: 20;\n}\n');
});

test('a site whose usual text is larger than that of 长者模式 keeps it there', () => {
  expect(siteStyleCss({ fontSize: 26, greyscale: false })).toContain(
    'html[data-elder]:root {\n  --size: 26;',
  );
});

test('置灰 stands in the sheet while it holds, and puts no filter on html or body', () => {
  const grey = siteStyleCss({ fontSize: 18, greyscale: true });
  expect(grey).toContain('grayscale(1)');
  expect(grey).not.toMatch(/(?:html|body|:root)\s*\{[^}]*filter/);
  expect(siteStyleCss({ fontSize: 18, greyscale: false })).not.toContain('grayscale');
});
