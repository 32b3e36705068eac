/** Where patients are seen, treated and helped back on their feet. */
import { mix, palette } from '../palette.ts';
import { bed, counter, screen } from '../pieces/furniture.ts';
import { potPlant } from '../pieces/nature.ts';
import { bust, staff, standing, surgeon, visitor } from '../pieces/people.ts';
import { room, windowPane } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** A bright ward with two beds. */
export function ward(d: Drawing, random: Random, people = true): void {
  room(d, { wall: '#e7ede6', floor: '#d3c6ac' });
  windowPane(d, 470, 290, 660, 230);
  d.path('M1180 250Q1190 470 1170 690L1300 760L1330 200Z', { fill: palette.jadePale, opacity: 0.85 });
  bed(d, 300, 820, 480, palette.jadeLight);
  bed(d, 900, 950, 600, palette.sky);
  d.rect(240, 520, 8, 310, { fill: '#93a4aa' })
    .rect(214, 520, 60, 8, { fill: '#93a4aa' })
    .rect(218, 530, 30, 60, { fill: '#e9f3f4', stroke: '#b9c9cd', width: 2 }, 8);
  potPlant(d, random, 1130, 560, 80);
  if (!people) return;
  standing(d, 720, 800, 330, staff(random));
  standing(d, 820, 830, 350, staff(random, '#f9dfe0'));
  standing(d, 620, 930, 400, staff(random));
}

/** A consultation across a desk. */
export function consultingRoom(d: Drawing, random: Random): void {
  room(d, { wall: '#eae6da', floor: '#c7b896' });
  windowPane(d, 460, 300, 300, 240);
  d.rect(900, 300, 250, 170, { fill: '#ffffff' }, 6);
  d.path('M1025 330Q1000 360 1025 390Q1050 420 1025 450', {
    stroke: palette.apricot,
    width: 12,
    cap: 'round',
  });
  d.rect(930, 340, 40, 100, { fill: palette.jadePale }, 6).rect(1080, 340, 40, 100, { fill: palette.sky }, 6);
  bust(d, 560, 735, 270, staff(random));
  bust(d, 1060, 740, 260, visitor(random));
  counter(d, 300, 990, 1000, 240, palette.wood);
  screen(d, 700, 610, 190, 120, 1);
  d.rect(785, 736, 20, 24, { fill: '#2b3740' });
  d.rect(470, 725, 150, 20, { fill: '#fdfbf5' }, 3);
  potPlant(d, random, 1240, 735, 130);
}

/** Under the operating lights. */
export function operatingTheatre(d: Drawing, random: Random, hybrid = false): void {
  room(d, { wall: hybrid ? '#bcd0d3' : '#a9c8c4', floor: '#8fa9a8', lamps: 0 });
  d.rect(0, 0, 1600, 1067, {
    fill: d.radial(
      [
        [0, '#ffffff', 0.45],
        [0.6, '#16404a', 0.12],
        [1, '#0d2a33', 0.5],
      ],
      [0.5, 0.5],
      0.75,
    ),
  });
  for (const [x, y] of [
    [560, 190],
    [1020, 150],
  ] as const)
    lamp(d, x, y);
  d.polygon(
    [
      [430, 240],
      [690, 240],
      [1010, 700],
      [560, 700],
    ],
    { fill: '#fff8dc', opacity: 0.22 },
  );
  d.polygon(
    [
      [900, 200],
      [1150, 200],
      [1080, 700],
      [620, 700],
    ],
    { fill: '#fff8dc', opacity: 0.2 },
  );
  if (hybrid) {
    d.path('M420 760A380 330 0 0 1 1180 760', { stroke: '#f1f5f4', width: 74, cap: 'round' });
    d.path('M420 760A380 330 0 0 1 1180 760', { stroke: '#b4c6c9', width: 10 });
    for (const x of [300, 1140]) screen(d, x, 330, 160, 110, x);
  } else {
    screen(d, 1230, 400, 190, 130, 2);
    d.rect(1315, 536, 18, 330, { fill: '#7d9398' });
  }
  for (const [x, height] of [
    [470, 430],
    [640, 440],
    [960, 445],
    [1130, 425],
  ] as const)
    standing(d, x, 900, height, surgeon(random));
  d.path('M470 730L1130 730L1160 860L440 860Z', {
    fill: d.linear([
      [0, '#4f9a8c'],
      [1, '#2f6d63'],
    ]),
  });
  d.ellipse(800, 762, 120, 22, { fill: '#e9f4f1', opacity: 0.9 });
  d.rect(700, 860, 200, 130, { fill: '#6d8388' }, 8);
}

function lamp(d: Drawing, x: number, y: number): void {
  d.path(`M${x} 0L${x} ${y - 60}`, { stroke: '#dfe8e8', width: 16 });
  d.ellipse(x, y, 170, 54, { fill: '#eef3f2' }).ellipse(x, y + 12, 158, 44, { fill: '#fffbe6' });
  for (let bulb = 0; bulb < 7; bulb += 1) {
    const angle = (bulb / 7) * Math.PI * 2;
    d.ellipse(x + Math.cos(angle) * 100, y + 14 + Math.sin(angle) * 26, 24, 11, {
      fill: '#ffffff',
      stroke: '#f3e3a9',
      width: 3,
    });
  }
}

/** Intensive care: monitors by a bed at night. */
export function intensiveCare(d: Drawing, random: Random): void {
  room(d, { wall: '#9fb8bf', floor: '#8097a0', lamps: 2 });
  d.rect(0, 0, 1600, 1067, { fill: '#0f2c3a', opacity: 0.3 });
  for (const x of [430, 640, 980]) screen(d, x, 330, 180, 130, x);
  d.rect(1180, 360, 60, 260, { fill: '#dfe8e9' }, 10).rect(1192, 400, 36, 60, { fill: '#2f8f76' }, 6);
  bed(d, 470, 900, 720, palette.jadeLight);
  standing(d, 380, 930, 470, { ...staff(random, '#7fb6c9'), mask: true, cap: '#7fb6c9' });
  standing(d, 1290, 940, 480, { ...staff(random, '#8fc3ac'), mask: true, cap: '#8fc3ac' });
}

/** The rehabilitation hall: parallel bars, balls, mats. */
export function rehabilitation(d: Drawing, random: Random): void {
  room(d, { wall: '#ece7d8', floor: '#d7b98b', far: { x: 320, y: 240, width: 960, height: 420 } });
  windowPane(d, 400, 280, 800, 210);
  for (const y of [700, 770]) {
    d.rect(380, y, 640, 14, { fill: '#9b7a55' }, 7);
    for (const x of [400, 690, 990]) d.rect(x, y, 12, 200, { fill: '#8b9aa0' });
  }
  standing(d, 640, 940, 400, { ...visitor(random), top: '#f0c79a' });
  standing(d, 760, 965, 420, staff(random, '#9fd0c0'));
  for (const [x, size, fill] of [
    [1180, 90, '#e8967a'],
    [1330, 66, '#7fb0bd'],
    [1440, 100, '#8fc3ac'],
  ] as const) {
    d.circle(x, 960 - size, size, {
      fill: d.radial(
        [
          [0, mix(fill, '#ffffff', 0.55)],
          [1, fill],
        ],
        [0.35, 0.3],
        0.7,
      ),
    });
  }
  d.path('M80 1010L420 1010L360 940L130 940Z', { fill: '#6ea8b7' });
  standing(d, 1120, 880, 330, staff(random, '#9fd0c0'));
}

/** Morning round at the bedside. */
export function morningRound(d: Drawing, random: Random): void {
  ward(d, random, false);
  const heights = [
    [560, 800, 330],
    [660, 815, 345],
    [760, 805, 335],
    [860, 830, 355],
    [500, 930, 430],
    [960, 900, 400],
  ] as const;
  for (const [x, y, height] of heights)
    standing(d, x, y, height, staff(random, random.pick(['#ffffff', '#ffffff', '#f9dfe0'])));
}
