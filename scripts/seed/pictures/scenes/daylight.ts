/** What an hour of the day does to a campus: its colours, its backdrop, its forecourt. */
import { mix, palette } from '../palette.ts';
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

export function backdrop(d: Drawing, random: Random, hour: Hour): Light {
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

export function forecourt(d: Drawing, random: Random, light: Light, hour: Hour): void {
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
