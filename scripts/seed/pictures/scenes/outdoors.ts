/** The campuses from outside, at several hours and seasons. */

import { mix, palette } from '../palette.ts';
import { block, cross, entrance } from '../pieces/buildings.ts';
import { clouds, ground, type Hour, hills, sky, spruce, sun, tree } from '../pieces/nature.ts';
import { standing, visitor } from '../pieces/people.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

const horizon = 740;

interface Light {
  wall: string;
  glass: string;
  lit: number;
  far: string;
  near: string;
  leaf: string;
  hill: string;
}

const lights: Record<Hour, Light> = {
  morning: {
    wall: '#efe6d6',
    glass: '#8fb6c1',
    lit: 0.04,
    far: '#d8d9c6',
    near: '#b9bfa6',
    leaf: '#6fa583',
    hill: '#a9c6c0',
  },
  noon: {
    wall: '#f1ece1',
    glass: '#7fb0bd',
    lit: 0,
    far: '#cfd8c2',
    near: '#a5b78f',
    leaf: '#5b9b71',
    hill: '#9fc3b6',
  },
  dusk: {
    wall: '#c9a08c',
    glass: '#6c7391',
    lit: 0.5,
    far: '#a08a80',
    near: '#6d6363',
    leaf: '#5d6f57',
    hill: '#8d7f92',
  },
  night: {
    wall: '#33495c',
    glass: '#1f3345',
    lit: 0.42,
    far: '#2a3c49',
    near: '#16242f',
    leaf: '#27463f',
    hill: '#1d3346',
  },
  snow: {
    wall: '#e6e1d9',
    glass: '#8ea8b3',
    lit: 0.22,
    far: '#eef1f1',
    near: '#fbfbfa',
    leaf: '#5e7d74',
    hill: '#c3cfd3',
  },
};

function backdrop(d: Drawing, random: Random, hour: Hour): Light {
  const light = lights[hour];
  sky(d, hour, horizon);
  if (hour === 'night') sun(d, 1290, 170, 34, '#f5e8bd');
  else if (hour !== 'snow') sun(d, hour === 'dusk' ? 1280 : 300, hour === 'dusk' ? 520 : 230, 44, '#ffd9a0');
  clouds(d, random, hour === 'night' ? 2 : 6, 60, 380);
  hills(d, random, horizon, 210, light.hill);
  hills(d, random, horizon, 120, mix(light.hill, light.leaf, 0.4));
  ground(d, horizon, light.far, light.near);
  return light;
}

/** The outpatient building with its forecourt. */
export function outpatientBuilding(d: Drawing, random: Random, hour: Hour): void {
  const light = backdrop(d, random, hour);
  const { wall, glass, lit } = light;
  block(d, random, {
    x: 160,
    y: 760,
    width: 380,
    height: 330,
    wall: mix(wall, palette.sand, 0.35),
    glass,
    floors: 5,
    bays: 8,
    lit,
  });
  block(d, random, {
    x: 480,
    y: 770,
    width: 700,
    height: 520,
    wall,
    glass,
    floors: 9,
    bays: 15,
    lit,
    bands: true,
  });
  block(d, random, {
    x: 1130,
    y: 760,
    width: 330,
    height: 270,
    wall: mix(wall, palette.apricot, 0.18),
    glass,
    floors: 4,
    bays: 7,
    lit,
  });
  cross(d, 1085, 305, 34, palette.jade);
  entrance(d, 640, 782, 380, 150, hour === 'night' || hour === 'dusk' ? '#ffe3a6' : '#cfe4e6');
  forecourt(d, random, light, hour);
}

/** Two ward towers joined by a bridge. */
export function wardTowers(d: Drawing, random: Random, hour: Hour): void {
  const light = backdrop(d, random, hour);
  const { wall, glass, lit } = light;
  block(d, random, { x: 250, y: 770, width: 360, height: 620, wall, glass, floors: 13, bays: 9, lit });
  block(d, random, {
    x: 860,
    y: 770,
    width: 420,
    height: 520,
    wall: mix(wall, palette.jadePale, 0.3),
    glass,
    floors: 11,
    bays: 10,
    lit,
  });
  block(d, random, { x: 600, y: 600, width: 270, height: 100, wall, glass, floors: 2, bays: 7, lit });
  block(d, random, {
    x: 560,
    y: 775,
    width: 340,
    height: 120,
    wall: mix(wall, palette.sand, 0.5),
    glass,
    floors: 2,
    bays: 8,
    lit: Math.max(lit, 0.2),
  });
  cross(d, 430, 200, 34, palette.jade);
  forecourt(d, random, light, hour);
}

/** Low pavilions by a lake, with their reflection. */
export function lakeside(d: Drawing, random: Random, hour: Hour): void {
  const light = backdrop(d, random, hour);
  const { wall, glass, lit } = light;
  block(d, random, { x: 300, y: 752, width: 420, height: 210, wall, glass, floors: 3, bays: 9, lit });
  block(d, random, {
    x: 700,
    y: 752,
    width: 300,
    height: 300,
    wall: mix(wall, palette.sand, 0.4),
    glass,
    floors: 4,
    bays: 6,
    lit,
  });
  block(d, random, { x: 980, y: 752, width: 340, height: 170, wall, glass, floors: 2, bays: 8, lit });
  for (const [x, size] of [
    [150, 260],
    [250, 190],
    [1380, 280],
    [1480, 220],
    [650, 150],
    [1330, 170],
  ] as const) {
    tree(d, random, x, 762, size, light.leaf);
  }
  d.rect(0, 768, d.width, 299, {
    fill: d.linear([
      [0, '#bcd6d8'],
      [0.5, '#86b3bd'],
      [1, '#4f8593'],
    ]),
  });
  for (let wave = 0; wave < 90; wave += 1) {
    const y = random.between(776, 1060);
    const wide = random.between(30, 180) * (0.4 + (y - 768) / 300);
    d.rect(
      random.between(-40, 1600),
      y,
      wide,
      random.between(1.5, 4),
      { fill: '#ffffff', opacity: random.between(0.06, 0.3) },
      2,
    );
  }
  for (const [x, width, height] of [
    [300, 420, 150],
    [700, 300, 215],
    [980, 340, 120],
  ] as const) {
    d.rect(x, 770, width, height, {
      fill: d.linear([
        [0, wall, 0.45],
        [1, wall, 0],
      ]),
    });
  }
  d.rect(0, 758, d.width, 14, { fill: '#d9d0bd' });
}

/** An avenue of trees: gold in autumn, deep green in summer. */
export function avenue(d: Drawing, random: Random, season: 'summer' | 'autumn'): void {
  const autumn = season === 'autumn';
  sky(d, autumn ? 'morning' : 'noon', 620);
  sun(d, 800, 420, 50, '#ffe7b0');
  hills(d, random, 622, 120, '#b7cdbf');
  ground(d, 620, autumn ? '#d9bd72' : '#a9c08f', autumn ? '#c29a4b' : '#79996a');
  block(d, random, {
    x: 690,
    y: 632,
    width: 220,
    height: 190,
    wall: '#efe6d6',
    glass: '#8fb6c1',
    floors: 5,
    bays: 6,
  });
  d.polygon(
    [
      [760, 625],
      [840, 625],
      [1250, 1067],
      [350, 1067],
    ],
    {
      fill: d.linear([
        [0, '#efe7d5'],
        [1, '#cbbda2'],
      ]),
    },
  );
  const leaf = autumn ? '#e6b23e' : '#4f9468';
  for (let row = 0; row < 7; row += 1) {
    const near = (row + 0.6) / 7;
    const reach = 70 + near * near * 880;
    const y = 630 + near * near * 400;
    for (const side of [-1, 1]) tree(d, random, 800 + side * reach, y, 190 + near * near * 640, leaf);
  }
  if (autumn) scatterLeaves(d, random);
  for (const [x, y, height] of [
    [770, 770, 130],
    [850, 820, 160],
  ] as const)
    standing(d, x, y, height, visitor(random));
}

function scatterLeaves(d: Drawing, random: Random): void {
  for (let leaf = 0; leaf < 260; leaf += 1) {
    const y = 640 + Math.sqrt(random.between(0, 1)) * 420;
    d.ellipse(random.between(0, 1600), y, 3 + (y - 640) / 60, 1.5 + (y - 640) / 120, {
      fill: random.pick(['#f2cc5d', '#dba436', '#f7dd8b']),
      opacity: 0.9,
    });
  }
}

function forecourt(d: Drawing, random: Random, light: Light, hour: Hour): void {
  d.polygon(
    [
      [560, 782],
      [1100, 782],
      [1500, 1067],
      [120, 1067],
    ],
    {
      fill: d.linear([
        [0, mix(light.far, '#ffffff', 0.45)],
        [1, mix(light.near, '#ffffff', 0.25)],
      ]),
    },
  );
  for (let line = 0; line <= 6; line += 1) {
    const part = line / 6;
    d.line(560 + 540 * part, 782, 120 + 1380 * part, 1067, { stroke: light.near, width: 2, opacity: 0.5 });
  }
  for (const [x, y, size] of [
    [70, 850, 330],
    [205, 800, 220],
    [1420, 810, 240],
    [1545, 880, 350],
  ] as const) {
    if (hour === 'snow') spruce(d, x, y, size, light.leaf, true);
    else if (x < 800) spruce(d, x, y, size * 1.1, mix(light.leaf, palette.jadeDeep, 0.5));
    else tree(d, random, x, y, size, light.leaf);
  }
  for (const [x, y] of [
    [330, 850],
    [480, 830],
    [1130, 835],
    [1290, 860],
  ] as const) {
    d.ellipse(x, y, 66, 20, { fill: mix(light.leaf, palette.ink, 0.2) }).ellipse(x, y - 8, 60, 20, {
      fill: light.leaf,
    });
  }
  for (let index = 0; index < 7; index += 1) {
    const y = random.between(815, 960);
    standing(d, random.between(420, 1180), y, 62 + (y - 800) * 0.5, visitor(random));
  }
  if (hour === 'snow') {
    for (let flake = 0; flake < 320; flake += 1) {
      d.circle(random.between(0, 1600), random.between(0, 1067), random.between(1.5, 5), {
        fill: '#ffffff',
        opacity: random.between(0.4, 0.95),
      });
    }
  }
}
