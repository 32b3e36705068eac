import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

type Colours = Readonly<Record<string, string>>;

/** What a block says of colours. `start` is how it begins, conditions and selector, with one space for each break. */
function block(start: string): Colours {
  const flat = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ');
  const at = flat.indexOf(`${start} {`);
  expect(at, `${start} is there`).toBeGreaterThanOrEqual(0);
  const body = flat.slice(at + start.length, flat.indexOf('}', at));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const light = block(':root');
const dark = block('@media screen and (prefers-color-scheme: dark) { :root');
const contrast = block('@media (prefers-contrast: more) { :root:not([data-contrast])');
const darkContrast = block(
  '@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root:not([data-contrast])',
);
const print = block('@media print { :root:root:root');

/** What a later block leaves out holds from the first. */
const modes: [string, Colours][] = [
  ['light', light],
  ['dark', { ...light, ...dark }],
  ['more contrast, and 长者模式', { ...light, ...contrast }],
  ['dark with more contrast, and 长者模式', { ...light, ...dark, ...darkContrast }],
  ['paper', { ...light, ...print }],
];

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'shade', 'jade-tint', 'apricot-tint'];

describe.each(modes)('the colours: %s', (name, colours) => {
  const ratio = (ink: string, ground: string) => contrastOf(colours[ink] ?? '', colours[ground] ?? '');
  const strong = name.includes('contrast');

  test('body text stands 7:1 on every ground', () => {
    for (const ground of grounds) expect(ratio('ink', ground)).toBeGreaterThanOrEqual(strong ? 15 : 7);
  });
  test('quieter text, links and the accent stand 4.5:1 on every ground, 7:1 where more is asked for', () => {
    for (const ink of ['ink-soft', 'jade', 'apricot']) {
      for (const ground of grounds)
        expect(ratio(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(strong ? 7 : 4.5);
    }
  });
  test('what is written on jade can be read', () => {
    if (name === 'paper') return expect(print['jade-fill'], 'grounds are not printed').toBeUndefined();
    expect(ratio('on-jade', 'jade-fill')).toBeGreaterThanOrEqual(4.5);
  });
  test('the focus is seen, 3:1, on every ground', () => {
    for (const ground of grounds) expect(ratio('apricot', ground)).toBeGreaterThanOrEqual(3);
  });
});

test('more contrast looks the same, whether the system or the page asked for it', () => {
  expect(block(':root[data-contrast="more"]')).toEqual(contrast);
  expect(block('@media screen and (prefers-color-scheme: dark) { :root[data-contrast="more"]')).toEqual(
    darkContrast,
  );
});

test('no mode forgets a colour that another one sets', () => {
  const names = Object.keys(contrast);
  expect(Object.keys(darkContrast)).toEqual(names);
  expect(Object.keys(light).filter((name) => !names.includes(name))).toEqual([]);
});

test('the frame of the browser has the colour of the paper', () => {
  const head = readFileSync(new URL('../components/Head.astro', import.meta.url), 'utf8');
  const frames = [
    ...head.matchAll(/name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"/g),
  ];
  expect(frames.map(([, colour, scheme]) => [scheme, colour])).toEqual([
    ['light', light['paper']],
    ['dark', dark['paper']],
  ]);
});

test('no sheet but this one spells a colour, save the black behind a film', () => {
  const others = ['base', 'prose', 'layout', 'patterns', 'pictures', 'states', 'print', 'legacy'].map(
    (name) => `./${name}.css`,
  );
  const components = readdirSync(new URL('../components', import.meta.url)).filter((name) =>
    name.endsWith('.css'),
  );
  const spelled = [...others, ...components.map((name) => `../components/${name}`)].flatMap((sheet) => {
    const text = readFileSync(new URL(sheet, import.meta.url), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    return [...text.matchAll(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/gi)].map(([found]) => `${sheet}: ${found}`);
  });
  expect(spelled).toEqual(['../components/video.css: #000']);
});
