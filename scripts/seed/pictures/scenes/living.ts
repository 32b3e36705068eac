/** Living well: sleep, food, movement, families. */
import { mix, palette, skinTones } from '../palette.ts';
import { ground, hills, sky, sun, tree } from '../pieces/nature.ts';
import { leaves, paper } from '../pieces/paper.ts';
import { type Look, standing, visitor } from '../pieces/people.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

export function sleep(d: Drawing, random: Random): void {
  sky(d, 'night', 1067);
  for (let star = 0; star < 130; star += 1)
    d.circle(random.between(0, 1600), random.between(0, 700), random.between(1, 4), {
      fill: '#fff3cf',
      opacity: random.between(0.3, 1),
    });
  d.circle(1180, 250, 300, {
    fill: d.radial([
      [0, '#ffe9b0', 0.5],
      [1, '#ffe9b0', 0],
    ]),
  });
  d.path('M1230 120A150 150 0 1 0 1290 380A130 130 0 1 1 1230 120Z', { fill: '#fbe6ad' });
  hills(d, random, 1067, 260, '#1b3448');
  d.rect(200, 720, 1200, 160, { fill: '#37566b' }, 40)
    .rect(180, 560, 40, 420, { fill: '#8a6240' }, 20)
    .rect(1380, 680, 40, 300, { fill: '#8a6240' }, 20);
  d.rect(240, 640, 300, 110, { fill: '#e6edf0' }, 50);
  d.ellipse(400, 640, 78, 70, { fill: '#e9bd98' }).path(
    'M322 640Q316 566 400 566Q470 566 474 616Q420 596 384 620Q340 630 322 640Z',
    { fill: '#2b2523' },
  );
  d.path('M470 720Q600 600 860 640T1390 690L1390 860Q1000 890 470 860Z', {
    fill: d.linear([
      [0, '#8fb6c9'],
      [1, '#4f7d95'],
    ]),
  });
  d.path('M520 760Q760 680 1000 730T1380 760', { stroke: '#ffffff', width: 10, opacity: 0.25 });
}

export function food(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear(
      [
        [0, '#e5cba4'],
        [1, '#cda877'],
      ],
      30,
    ),
  });
  for (let line = 0; line < 13; line += 1)
    d.line(0, line * 88, 1600, line * 88 + 20, { stroke: '#a98655', width: 3, opacity: 0.25 });
  d.ellipse(800, 570, 470, 440, { fill: palette.ink, opacity: 0.12 })
    .circle(800, 540, 440, { fill: '#fdfbf6' })
    .circle(800, 540, 380, { fill: '#f1ede2' });
  d.path('M800 540L800 170A370 370 0 0 0 480 725Z', { fill: '#7fb069' });
  d.path('M800 540L480 725A370 370 0 0 0 1120 725Z', { fill: '#e9c98d' });
  d.path('M800 540L1120 725A370 370 0 0 0 800 170Z', { fill: '#e59a7a' });
  for (let piece = 0; piece < 26; piece += 1) {
    const angle = Math.PI * (0.86 + random.between(0, 0.6));
    const reach = random.between(110, 340);
    d.at(
      { x: 800 + Math.cos(angle) * reach, y: 540 + Math.sin(angle) * reach, turn: random.between(0, 360) },
      () =>
        d.path('M0 0Q40 -36 0 -84Q-40 -36 0 0Z', { fill: mix('#4f8f4a', '#a9cf7d', random.between(0, 1)) }),
    );
  }
  for (let grain = 0; grain < 130; grain += 1) {
    const angle = Math.PI * (0.2 + random.between(0, 0.6));
    const reach = random.between(60, 340);
    d.ellipse(800 + Math.cos(angle) * reach, 540 + Math.sin(angle) * reach, 14, 8, {
      fill: random.pick(['#fff6df', '#f1dca9', '#c99a55']),
    });
  }
  for (const [x, y] of [
    [980, 380],
    [1050, 520],
    [930, 500],
  ] as const)
    d.ellipse(x, y, 74, 46, { fill: '#f3b89c', stroke: '#d97f5e', width: 8 });
  for (const [x, y, r] of [
    [180, 260, 90],
    [250, 420, 70],
  ] as const)
    d.circle(x, y, r, {
      fill: d.radial(
        [
          [0, '#f58f6f'],
          [1, '#c9432f'],
        ],
        [0.35, 0.3],
        0.8,
      ),
    }).path(`M${x - 24} ${y - r}L${x} ${y - r + 22}L${x + 24} ${y - r}`, {
      stroke: '#4f8f4a',
      width: 12,
      cap: 'round',
    });
  d.circle(1420, 250, 120, { fill: '#e3f0f2', opacity: 0.9 }).circle(1420, 250, 100, { fill: '#c3e0e6' });
  d.line(1360, 500, 1480, 960, { stroke: '#8a5f38', width: 16, cap: 'round' }).line(1410, 490, 1530, 950, {
    stroke: '#8a5f38',
    width: 16,
    cap: 'round',
  });
}

export function running(d: Drawing, random: Random): void {
  sky(d, 'morning', 660);
  sun(d, 1150, 300, 70, '#ffd08a');
  hills(d, random, 665, 220, '#a5c7ba');
  ground(d, 660, '#a8c38b', '#7fa36c');
  d.path('M0 800Q800 700 1600 820L1600 1000Q800 880 0 1000Z', { fill: '#d98f6a' }).path(
    'M0 900Q800 790 1600 910',
    { stroke: '#ffffff', width: 6, dash: '50 36' },
  );
  for (const [x, y, h] of [
    [140, 720, 380],
    [420, 700, 260],
    [1420, 730, 400],
  ] as const)
    tree(d, random, x, y, h, '#5b9b71');
  const colours = ['#e4655c', '#3f8f75', '#f0a868'] as const;
  for (const [index, top] of colours.entries())
    runner(d, 480 + index * 270, 900 - (index === 1 ? 26 : 0), 1.75, top, random.pick(skinTones));
}

function runner(d: Drawing, x: number, y: number, scale: number, top: string, skin: string): void {
  d.at({ x, y, scale }, () => {
    d.ellipse(0, 8, 56, 7, { fill: palette.ink, opacity: 0.18 });
    const limb = { cap: 'round' } as const;
    d.path('M-6 -84L-28 -50L-66 -40', { ...limb, stroke: mix(skin, '#a0684a', 0.18), width: 15 });
    d.path('M4 -84L34 -58L18 -14', { ...limb, stroke: skin, width: 15 });
    d.path('M-8 -86L-18 -70M4 -86L20 -68', { ...limb, stroke: '#2f4656', width: 22 });
    d.path('M-66 -40L-74 -52M18 -14L34 -10', { ...limb, stroke: '#2b3740', width: 12 });
    d.path('M-4 -90L14 -148', { ...limb, stroke: top, width: 34 });
    d.path('M14 -146L-18 -128L-34 -104', { ...limb, stroke: mix(top, palette.ink, 0.14), width: 12 });
    d.path('M18 -144L44 -122L66 -138', { ...limb, stroke: skin, width: 11 });
    d.circle(28, -176, 18, { fill: skin }).path('M10 -178Q10 -198 30 -196Q46 -194 46 -182Q30 -190 10 -178Z', {
      fill: '#2b2523',
    });
  });
}

export function motherAndChild(d: Drawing, random: Random): void {
  paper(d, random, '#f6d5cf');
  leaves(d, random, '#e7a9a2', 16);
  d.circle(800, 520, 400, { fill: '#ffffff', opacity: 0.5 });
  d.path('M520 1067Q500 720 650 640Q760 590 860 640Q1060 720 1080 1067Z', {
    fill: d.linear([
      [0, '#7fb8a4'],
      [1, '#3f8f75'],
    ]),
  });
  d.path('M600 480Q560 240 760 220Q940 220 930 430Q940 560 880 620Q800 640 700 620Q610 600 600 480Z', {
    fill: '#3a2c25',
  });
  d.ellipse(775, 450, 118, 142, { fill: '#f2c9a5' }).path(
    'M650 430Q660 290 790 300Q880 310 900 420Q820 400 770 350Q730 420 650 430Z',
    { fill: '#3a2c25' },
  );
  d.path('M700 720Q900 640 1010 760Q1050 880 940 950Q760 1000 660 880Q630 780 700 720Z', {
    fill: d.linear([
      [0, '#ffffff'],
      [1, '#f0dfd0'],
    ]),
  });
  d.circle(920, 730, 84, { fill: '#f4cfae' }).path(
    'M842 716Q850 640 930 644Q1000 650 1002 720Q940 680 842 716Z',
    { fill: '#5a4336', opacity: 0.85 },
  );
  d.path('M560 900Q700 1010 900 960', { stroke: '#f2c9a5', width: 60, cap: 'round' });
}

export function elders(d: Drawing, random: Random): void {
  sky(d, 'morning', 700);
  sun(d, 400, 260, 60, '#ffd9a0');
  hills(d, random, 705, 200, '#b3cdc0');
  ground(d, 700, '#cfd6b4', '#a9b98c');
  d.path('M500 1067L740 700L900 700L1250 1067Z', { fill: '#e6d8bd' });
  for (const [x, y, h] of [
    [170, 780, 480],
    [1380, 800, 520],
    [1120, 720, 240],
  ] as const)
    tree(d, random, x, y, h, '#d9a24b');
  const grey = (top: string, longHair: boolean): Look => ({
    ...visitor(random),
    hair: '#d5d2cd',
    top,
    longHair,
  });
  standing(d, 760, 970, 500, grey('#8b6f5a', false));
  standing(d, 920, 975, 470, grey('#a9626a', true));
  d.line(840, 745, 880, 750, { stroke: '#e5b189', width: 20, cap: 'round' });
  d.path('M670 770L640 975M640 760Q670 740 676 772', { stroke: '#7d5536', width: 10, cap: 'round' });
}

export function balloons(d: Drawing, random: Random): void {
  sky(d, 'noon', 780);
  sun(d, 280, 220, 60, '#ffe3a0');
  hills(d, random, 790, 160, '#bfe0c4');
  ground(d, 780, '#b9d99a', '#8fc07d');
  for (let index = 0; index < 13; index += 1) {
    const [x, y] = [random.between(380, 1240), random.between(120, 420)];
    const fill = random.pick(['#f2a48a', '#f6c667', '#8fc9b5', '#9cc3df', '#e6a6bd']);
    d.line(x, y + 70, 810, 690, { stroke: '#8a8f8c', width: 2, opacity: 0.7 });
    d.ellipse(x, y, 62, 76, {
      fill: d.radial(
        [
          [0, mix(fill, '#ffffff', 0.5)],
          [1, fill],
        ],
        [0.35, 0.3],
        0.8,
      ),
    });
  }
  const tops = ['#f2a48a', '#8fc9b5', '#f6c667', '#9cc3df'] as const;
  for (const [index, top] of tops.entries())
    standing(d, 620 + index * 125, 960 + (index % 2) * 26, 300, {
      ...visitor(random),
      hair: '#2b2523',
      top,
      longHair: index % 2 === 0,
    });
}
