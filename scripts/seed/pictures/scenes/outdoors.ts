/** The campuses from outside. */
import { mix, palette } from '../palette.ts';
import { block, cross, entrance } from '../pieces/buildings.ts';
import { ground, type Hour, hills, sky, sun, tree } from '../pieces/nature.ts';
import { standing, visitor } from '../pieces/people.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';
import { backdrop, forecourt } from './daylight.ts';

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
