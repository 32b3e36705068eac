/** Blossom, lit windows, a desk, a talk by the window. */
import { mix, palette } from '../palette.ts';
import { block } from '../pieces/buildings.ts';
import { blossomBranch, flower, ground, hills, potPlant, sky, sun } from '../pieces/nature.ts';
import { bust, staff, standing, visitor } from '../pieces/people.ts';
import { windowPane } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** The courtyard in apricot blossom. */
export function courtyard(d: Drawing, random: Random): void {
  sky(d, 'morning', 640);
  block(d, random, {
    x: 420,
    y: 660,
    width: 760,
    height: 330,
    wall: '#f1e9da',
    glass: '#9cc0cb',
    floors: 4,
    bays: 14,
  });
  ground(d, 655, '#c6d4b0', '#9fb98c');
  d.path('M640 1067Q720 800 780 660L850 660Q930 820 1080 1067Z', { fill: '#e9dfca' });
  for (const [x, y, length, direction] of [
    [150, 1000, 270, -72],
    [1430, 1010, 290, -104],
    [420, 800, 130, -84],
    [1190, 800, 140, -98],
  ] as const)
    blossomBranch(d, random, x, y, length, direction, 4);
  for (let petal = 0; petal < 160; petal += 1)
    d.ellipse(random.between(0, 1600), random.between(680, 1060), 6, 4, {
      fill: random.pick(['#fdeef0', '#f7cfd2']),
      opacity: 0.9,
    });
  standing(d, 800, 880, 270, visitor(random));
  standing(d, 880, 900, 285, staff(random, '#f9dfe0'));
}

/** A branch against the sky, upright. */
export function branch(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#a9cbd6'],
      [0.6, '#dcebe6'],
      [1, '#fdf1e0'],
    ]),
  });
  d.circle(880, 360, 420, {
    fill: d.radial([
      [0, '#fff3d6', 0.8],
      [1, '#fff3d6', 0],
    ]),
  });
  hills(d, random, 1600, 320, '#b7d0c4');
  blossomBranch(d, random, 60, 1500, 420, -62, 5);
  blossomBranch(d, random, 1260, 300, 260, 160, 3);
  for (let petal = 0; petal < 26; petal += 1)
    flower(
      d,
      random.between(100, 1150),
      random.between(900, 1560),
      random.between(8, 18),
      random.between(0, 72),
    );
}

/** Lit windows over a dark courtyard, upright. */
export function nightShift(d: Drawing, random: Random): void {
  sky(d, 'night', 1250);
  sun(d, 930, 230, 46, '#f5e8bd');
  block(d, random, {
    x: 130,
    y: 1330,
    width: 680,
    height: 1010,
    wall: '#31475a',
    glass: '#1f3345',
    floors: 15,
    bays: 10,
    lit: 0.3,
  });
  block(d, random, {
    x: 760,
    y: 1330,
    width: 360,
    height: 560,
    wall: '#2b4050',
    glass: '#1f3345',
    floors: 8,
    bays: 6,
    lit: 0.45,
  });
  ground(d, 1320, '#24363f', '#121f28');
  d.ellipse(470, 1420, 420, 70, {
    fill: d.radial([
      [0, '#ffdf9a', 0.5],
      [1, '#ffdf9a', 0],
    ]),
  });
  d.rect(380, 1190, 180, 150, { fill: '#ffe3a6' }).rect(360, 1170, 220, 24, { fill: '#e9e2d4' });
  standing(d, 700, 1500, 300, staff(random));
  standing(d, 820, 1510, 310, staff(random, '#f9dfe0'));
}

/** Books, a lamp and a stethoscope, upright. */
export function desk(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#e9dcc4'],
      [1, '#d3bf9c'],
    ]),
  });
  windowPane(d, 150, 150, 520, 620);
  d.rect(0, 1180, 1200, 420, {
    fill: d.linear([
      [0, '#a8754a'],
      [1, '#6b4429'],
    ]),
  });
  const books = [
    ['#3f8f75', 300],
    ['#d97f3e', 270],
    ['#5d7f8c', 320],
    ['#e8bb4b', 250],
    ['#b8352f', 290],
  ] as const;
  for (const [index, [fill, height]] of books.entries()) {
    d.rect(
      120 + index * 74,
      1190 - height,
      64,
      height,
      {
        fill: d.linear(
          [
            [0, mix(fill, '#ffffff', 0.25)],
            [1, fill],
          ],
          0,
        ),
      },
      6,
    ).rect(120 + index * 74, 1190 - height * 0.8, 64, 14, { fill: '#f7e9c8', opacity: 0.8 });
  }
  d.path('M960 1190L960 800L800 640', { stroke: '#35505c', width: 22, cap: 'round' }).ellipse(
    960,
    1196,
    120,
    24,
    { fill: '#35505c' },
  );
  d.polygon(
    [
      [700, 560],
      [860, 520],
      [930, 680],
      [700, 700],
    ],
    { fill: palette.jade },
  ).polygon(
    [
      [700, 700],
      [930, 680],
      [1080, 1180],
      [520, 1180],
    ],
    { fill: '#fff1c4', opacity: 0.4 },
  );
  d.polygon(
    [
      [640, 1240],
      [1000, 1220],
      [1060, 1330],
      [660, 1350],
    ],
    { fill: '#fdfbf5' },
  );
  for (let row = 0; row < 4; row += 1)
    d.line(680, 1256 + row * 22, 1000, 1244 + row * 22, { stroke: '#c3b9a4', width: 5 });
  d.path('M560 1290Q300 1260 360 1400T700 1420Q820 1380 760 1300', {
    stroke: '#2b3740',
    width: 18,
    cap: 'round',
  }).circle(760, 1290, 46, { fill: '#b4c2c8', stroke: '#2b3740', width: 12 });
  potPlant(d, random, 560, 1195, 230);
}

/** Two people talking by a window, upright. */
export function byTheWindow(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#eee6d6'],
      [1, '#dccfb8'],
    ]),
  });
  windowPane(d, 140, 160, 920, 820);
  d.rect(0, 1240, 1200, 360, {
    fill: d.linear([
      [0, '#cbb48c'],
      [1, '#a98d63'],
    ]),
  });
  d.rect(160, 1100, 880, 150, { fill: '#8fb9a6' }, 40)
    .rect(140, 1010, 90, 260, { fill: '#7faa97' }, 40)
    .rect(970, 1010, 90, 260, { fill: '#7faa97' }, 40);
  bust(d, 440, 1110, 470, staff(random));
  bust(d, 780, 1115, 450, { ...visitor(random), hair: '#d5d2cd', top: '#b98f72' });
  d.rect(200, 1120, 800, 130, { fill: '#a3cbb8' }, 40);
  potPlant(d, random, 1090, 1420, 420);
}
