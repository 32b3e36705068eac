/** Plans of the campuses from above: buildings, paths, green, entrances. Letters are the page's business. */
import { mix, palette } from '../palette.ts';
import { cross } from '../pieces/buildings.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

type Box = readonly [x: number, y: number, width: number, height: number, colour: string];

const plans: Record<
  'song-xi' | 'lu-ming' | 'wang-hu',
  { buildings: readonly Box[]; water?: true; main: number }
> = {
  'song-xi': {
    main: 0,
    buildings: [
      [560, 620, 480, 170, palette.jade],
      [300, 590, 200, 230, palette.red],
      [600, 330, 400, 170, palette.apricot],
      [1100, 560, 220, 260, palette.lake],
      [280, 280, 220, 190, palette.gold],
      [1110, 270, 240, 170, palette.steel],
    ],
  },
  'lu-ming': {
    main: 1,
    buildings: [
      [300, 300, 300, 200, palette.blossomDeep],
      [660, 590, 420, 180, palette.jade],
      [690, 300, 260, 180, palette.apricot],
      [1050, 290, 280, 200, palette.lake],
      [300, 600, 260, 200, palette.gold],
      [1180, 600, 180, 200, palette.steel],
    ],
  },
  'wang-hu': {
    main: 0,
    water: true,
    buildings: [
      [620, 420, 360, 170, palette.jade],
      [380, 480, 180, 220, palette.gold],
      [660, 670, 300, 130, palette.apricot],
      [1040, 500, 200, 200, palette.lake],
    ],
  },
};

/** A campus seen from above. */
export function plan(d: Drawing, random: Random, campus: keyof typeof plans): void {
  const { buildings, water, main } = plans[campus];
  d.rect(0, 0, 1600, 1067, { fill: '#ece6d8' });
  for (const [x, y, width, height] of [
    [0, 0, 1600, 110],
    [0, 930, 1600, 137],
    [0, 0, 130, 1067],
    [1470, 0, 130, 1067],
  ] as const)
    d.rect(x, y, width, height, { fill: '#fbf8f0' });
  d.line(0, 1000, 1600, 1000, { stroke: '#e3c98c', width: 6, dash: '40 26' }).line(66, 0, 66, 1067, {
    stroke: '#e3c98c',
    width: 6,
    dash: '40 26',
  });
  d.rect(
    150,
    130,
    1300,
    780,
    {
      fill: d.linear(
        [
          [0, '#d5e4c8'],
          [1, '#c0d6b0'],
        ],
        40,
      ),
    },
    40,
  );
  if (water === true)
    d.path('M1450 190Q1180 260 1250 500T1450 870Z', {
      fill: d.linear([
        [0, '#a9d0da'],
        [1, '#7fb0bd'],
      ]),
    });
  d.path(
    'M800 930L800 840M220 840L1380 840M220 540L1380 540M220 840L220 220L1380 220L1380 840M800 540L800 220',
    { stroke: '#fbf6ea', width: 44, cap: 'round' },
  );
  for (let index = 0; index < 120; index += 1) {
    const [x, y] = [random.between(170, 1430), random.between(150, 890)];
    const free = buildings.every(
      ([bx, by, w, h]) => x < bx - 24 || x > bx + w + 40 || y < by - 24 || y > by + h + 40,
    );
    const onPath =
      [840, 540, 220].some((path) => Math.abs(y - path) < 34) ||
      [220, 1380, 800].some((path) => Math.abs(x - path) < 34);
    if (!free || onPath || (water === true && x > 1180)) continue;
    const r = random.between(12, 24);
    d.circle(x + 4, y + 5, r, { fill: palette.ink, opacity: 0.12 }).circle(x, y, r, {
      fill: mix('#6fa96f', '#a9cf8f', random.between(0, 1)),
    });
  }
  for (const [index, [x, y, width, height, colour]] of buildings.entries()) {
    d.rect(x + 16, y + 18, width, height, { fill: palette.ink, opacity: 0.16 }, 12);
    d.rect(
      x,
      y,
      width,
      height,
      {
        fill: d.linear(
          [
            [0, mix(colour, '#ffffff', 0.45)],
            [1, mix(colour, '#ffffff', 0.15)],
          ],
          40,
        ),
        stroke: mix(colour, palette.ink, 0.2),
        width: 4,
      },
      12,
    );
    d.rect(
      x + width * 0.2,
      y + height * 0.25,
      width * 0.6,
      height * 0.5,
      { stroke: '#ffffff', width: 6, opacity: 0.7 },
      8,
    );
    if (index === main) cross(d, x + width / 2, y + height / 2, 40, palette.jadeDeep);
  }
  for (const [x, y] of [
    [800, 905],
    [220, 905],
    [1380, 905],
  ] as const)
    d.polygon(
      [
        [x - 30, y + 46],
        [x + 30, y + 46],
        [x, y],
      ],
      { fill: palette.red },
    );
  d.circle(1370, 1000, 44, { fill: '#ffffff' }).polygon(
    [
      [1370, 966],
      [1386, 1010],
      [1370, 1000],
      [1354, 1010],
    ],
    { fill: palette.red },
  );
}

/** The hospital's emblem: an apricot flower in a spruce-green ring. */
export function emblem(d: Drawing): void {
  d.circle(256, 256, 250, { fill: palette.jadeDeep }).circle(256, 256, 222, { fill: '#fbf6ec' });
  for (let petal = 0; petal < 5; petal += 1) {
    d.at({ x: 256, y: 256, turn: petal * 72 }, () =>
      d.path('M0 -20C-80 -60 -70 -180 0 -170C70 -180 80 -60 0 -20Z', {
        fill: petal % 2 === 0 ? palette.jade : '#569f86',
      }),
    );
  }
  d.circle(256, 256, 40, { fill: palette.apricot });
  d.rect(246, 230, 20, 52, { fill: '#ffffff' }, 4).rect(230, 246, 52, 20, { fill: '#ffffff' }, 4);
}
