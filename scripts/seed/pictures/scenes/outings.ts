/** Work and festivity outside. */

import { palette } from '../palette.ts';
import { ambulance } from '../pieces/ambulance.ts';
import { block } from '../pieces/buildings.ts';
import { bed } from '../pieces/furniture.ts';
import { clouds, ground, hills, sky, spruce, sun, tree } from '../pieces/nature.ts';
import { bust, staff, standing, visitor } from '../pieces/people.ts';
import { banner } from '../pieces/stage.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** Tents on a square: free consultations. */
export function squareClinic(d: Drawing, random: Random): void {
  sky(d, 'noon', 560);
  sun(d, 1320, 170, 40, '#ffe3a8');
  clouds(d, random, 5, 60, 240);
  for (let index = 0; index < 6; index += 1)
    block(d, random, {
      x: -40 + index * 290,
      y: 570,
      width: 260,
      height: random.between(170, 330),
      wall: random.pick(['#dfe3dd', '#e6dccb', '#d3dde2'] as const),
      glass: '#9fbecb',
      floors: 6,
      bays: 7,
    });
  ground(d, 568, '#d9d2bf', '#bdb39a');
  for (let index = 0; index < 5; index += 1) tree(d, random, 60 + index * 380, 600, 170, '#69a37f');
  const roofs = [palette.jade, palette.apricot, palette.lake] as const;
  for (const [index, fill] of roofs.entries()) {
    const x = 120 + index * 480;
    d.polygon(
      [
        [x - 30, 560],
        [x + 200, 440],
        [x + 430, 560],
      ],
      { fill },
    ).polygon(
      [
        [x + 200, 440],
        [x + 430, 560],
        [x + 250, 560],
      ],
      { fill: palette.ink, opacity: 0.1 },
    );
    for (let edge = 0; edge < 8; edge += 1)
      d.path(`M${x - 30 + edge * 57.5} 560a28.7 26 0 0 0 57.5 0Z`, {
        fill: edge % 2 === 0 ? '#ffffff' : fill,
      });
    d.rect(x - 14, 560, 10, 300, { fill: '#9aa5a6' }).rect(x + 406, 560, 10, 300, { fill: '#9aa5a6' });
    for (const seat of [90, 220, 340]) bust(d, x + seat, 772, 140, staff(random));
    d.rect(x, 770, 400, 110, { fill: '#fdfbf5' }).rect(x, 770, 400, 16, { fill });
    for (const seat of [60, 190, 310]) d.rect(x + seat, 754, 60, 14, { fill: '#cfe5da' }, 4);
  }
  for (let index = 0; index < 9; index += 1)
    standing(
      d,
      120 + index * 175 + random.between(-30, 30),
      960 + random.between(0, 80),
      330 + random.between(-20, 30),
      visitor(random),
    );
}

/** A party day: red banner, volunteers in red vests. */
export function volunteers(d: Drawing, random: Random): void {
  sky(d, 'morning', 640);
  clouds(d, random, 4, 60, 260);
  block(d, random, {
    x: 240,
    y: 660,
    width: 1120,
    height: 400,
    wall: '#eee5d4',
    glass: '#8fb6c1',
    floors: 6,
    bays: 20,
    bands: true,
  });
  ground(d, 655, '#d6d0bd', '#b7ad95');
  for (const x of [90, 210, 1390, 1520]) tree(d, random, x, 720, 300, '#5b9b71');
  banner(d, 380, 560, 840, 100, palette.red, palette.goldPale);
  for (let row = 0; row < 2; row += 1) {
    for (let index = 0; index < 9 - row; index += 1) {
      const [x, y, h] = [340 + row * 60 + index * 116, 860 + row * 120, 330 + row * 50];
      const look = staff(random, random.chance(0.6) ? '#c23a33' : '#fdfdfb');
      standing(d, x, y, h, look);
    }
  }
  d.path('M1440 900L1440 420L1580 460L1440 520', { fill: palette.red });
  d.rect(1434, 410, 10, 560, { fill: '#c9a24b' });
}

/** An exercise: ambulance, stretcher, orange vests. */
export function drill(d: Drawing, random: Random): void {
  sky(d, 'noon', 600);
  clouds(d, random, 5, 60, 260);
  block(d, random, {
    x: 980,
    y: 620,
    width: 560,
    height: 420,
    wall: '#ece5d7',
    glass: '#86adba',
    floors: 6,
    bays: 10,
  });
  hills(d, random, 610, 140, '#a9c6b5');
  ground(d, 605, '#c6c7c0', '#9fa19b');
  ambulance(d, 330, 860, 1.25);
  for (const [x, y, h] of [
    [860, 930, 380],
    [1180, 930, 385],
    [1330, 900, 360],
  ] as const)
    standing(d, x, y, h, { ...staff(random, '#f08a3c'), legs: '#3d4a55' });
  bed(d, 900, 980, 260, '#f0a868');
  d.circle(200, 960, 70, { stroke: '#f7f3ea', width: 12 });
  for (const x of [120, 700, 1470])
    d.polygon(
      [
        [x, 1000],
        [x + 44, 1000],
        [x + 22, 920],
      ],
      { fill: '#e8743c' },
    ).rect(x + 10, 962, 24, 10, { fill: '#ffffff' });
}

/** A walk along the lake in bright shirts. */
export function walk(d: Drawing, random: Random): void {
  sky(d, 'morning', 470);
  sun(d, 1180, 250, 50, '#ffd9a0');
  clouds(d, random, 5, 60, 220);
  hills(d, random, 480, 200, '#a5c7ba');
  d.rect(0, 475, 1600, 170, {
    fill: d.linear([
      [0, '#bfdce0'],
      [1, '#7fb0bd'],
    ]),
  });
  ground(d, 640, '#a8c38b', '#7fa36c');
  d.path('M0 860Q800 640 1600 760L1600 980Q800 800 0 1067Z', {
    fill: d.linear([
      [0, '#d98f6a'],
      [1, '#b86a4a'],
    ]),
  });
  d.path('M0 962Q800 720 1600 868', { stroke: '#ffffff', width: 5, dash: '40 30', opacity: 0.8 });
  for (const [x, y, h] of [
    [90, 660, 300],
    [330, 650, 220],
    [1320, 655, 240],
    [1500, 670, 330],
  ] as const)
    tree(d, random, x, y, h, '#5b9b71');
  for (let index = 0; index < 12; index += 1) {
    const x = 150 + index * 112;
    const y = 925 - Math.sin(((x - 0) / 1600) * Math.PI) * 105 + random.between(-16, 30);
    standing(d, x, y, 250 + random.between(-20, 20), {
      ...visitor(random),
      top: random.pick(['#f0a868', '#3f8f75', '#ffffff', '#e4655c', '#f6c667']),
    });
  }
}

/** A bus on a mountain road: help for the villages. */
export function mountainRoad(d: Drawing, random: Random): void {
  sky(d, 'morning', 700);
  sun(d, 380, 210, 46, '#ffdca6');
  hills(d, random, 620, 420, '#a9c3c4');
  hills(d, random, 720, 380, '#86ac9c');
  // The nearest range may dip below the feet of the one behind it: that one reaches down, or the sky shows through.
  d.rect(0, 719, d.width, 140, { fill: '#86ac9c' });
  hills(d, random, 860, 330, '#5f9279');
  ground(d, 850, '#6f9c6d', '#4f7d58');
  d.path(
    'M-20 1067Q500 980 700 880T1120 760Q1260 720 1130 690Q1000 660 1190 610L1210 622Q1060 664 1180 692Q1340 740 1180 800Q820 900 620 1067Z',
    {
      fill: d.linear([
        [0, '#cdbfa6'],
        [1, '#a79a83'],
      ]),
    },
  );
  for (let index = 0; index < 26; index += 1) {
    const y = random.between(800, 1050);
    const x = random.chance(0.5) ? random.between(0, 330) : random.between(1000, 1600);
    spruce(d, x, y, 90 + (y - 780) * 0.6, '#2f6d5a');
  }
  d.at({ x: 760, y: 905, scale: 0.72, turn: -12 }, () => {
    d.rect(
      -170,
      -150,
      340,
      130,
      {
        fill: d.linear([
          [0, '#ffffff'],
          [1, '#dde4e2'],
        ]),
      },
      18,
    );
    for (let pane = 0; pane < 5; pane += 1) d.rect(-150 + pane * 62, -134, 50, 44, { fill: '#86adba' }, 6);
    d.rect(-170, -74, 340, 18, { fill: palette.jade });
    for (const wheel of [-100, 100])
      d.circle(wheel, -18, 30, { fill: '#2b3740' }).circle(wheel, -18, 13, { fill: '#aebbc0' });
  });
}

/** Colleagues of a department in two rows. */
export function groupPortrait(d: Drawing, random: Random): void {
  sky(d, 'noon', 700);
  block(d, random, {
    x: 120,
    y: 720,
    width: 1360,
    height: 560,
    wall: '#efe6d6',
    glass: '#9cc0cb',
    floors: 7,
    bays: 22,
    bands: true,
  });
  ground(d, 715, '#cfd8c2', '#aebd98');
  for (const x of [60, 1540]) tree(d, random, x, 800, 460, '#5b9b71');
  for (let row = 0; row < 2; row += 1) {
    const count = 10 - row;
    for (let index = 0; index < count; index += 1)
      standing(
        d,
        800 + (index - (count - 1) / 2) * 124,
        870 + row * 110,
        380 + row * 40,
        staff(random, random.pick(['#ffffff', '#ffffff', '#f9dfe0', '#dcecf2'])),
      );
  }
}
