import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colours of each mode: what a later block leaves out holds from the first. */
const [light = {}, ...others] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
  ),
) as Record<string, string>[];
const modes: [string, Record<string, string>][] = [
  ['light', light],
  ...['dark', 'more contrast', 'dark with more contrast'].map(
    (name, index): [string, Record<string, string>] => [name, { ...light, ...others[index] }],
  ),
];

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'shade', 'jade-tint', 'apricot-tint'];

describe.each(modes)('the colours: %s', (_, colours) => {
  const ratio = (ink: string, ground: string) => contrast(colours[ink] ?? '', colours[ground] ?? '');

  test('body text stands 7:1 on every ground', () => {
    for (const ground of grounds) expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7);
  });
  test('quieter text, links and the accent stand 4.5:1 on every ground', () => {
    for (const ink of ['ink-soft', 'jade', 'jade-deep', 'apricot']) {
      for (const ground of grounds)
        expect(ratio(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  test('what is written on jade can be read', () => {
    expect(ratio('on-jade', 'jade-fill')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('paper', 'jade-deep')).toBeGreaterThanOrEqual(4.5);
  });
});
