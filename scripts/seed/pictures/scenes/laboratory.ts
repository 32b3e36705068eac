/** The laboratory: an automated line, a bench. */
import { mix, palette } from '../palette.ts';
import { staff, standing } from '../pieces/people.ts';
import { room } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** Sample tubes on the conveyor of an automated line. */
export function assemblyLine(d: Drawing, random: Random): void {
  room(d, { wall: '#e2ebea', floor: '#bfcfce' });
  for (let unit = 0; unit < 4; unit += 1) {
    const x = 130 + unit * 360;
    d.rect(
      x,
      400,
      300,
      330,
      {
        fill: d.linear(
          [
            [0, '#ffffff'],
            [1, '#ccd9da'],
          ],
          15,
        ),
      },
      16,
    );
    d.rect(x + 30, 430, 240, 120, { fill: mix('#274b57', palette.lake, 0.3) }, 10);
    d.path(`M${x + 60} 430L${x + 110} 430L${x + 60} 550L${x + 30} 550L${x + 30} 500Z`, {
      fill: '#ffffff',
      opacity: 0.14,
    });
    d.rect(x + 40, 590, 90, 16, { fill: palette.jade }, 8).circle(x + 240, 598, 12, {
      fill: palette.apricot,
    });
  }
  d.polygon(
    [
      [0, 740],
      [1600, 740],
      [1600, 850],
      [0, 850],
    ],
    {
      fill: d.linear([
        [0, '#5f7580'],
        [1, '#3c505a'],
      ]),
    },
  );
  d.rect(0, 740, 1600, 10, { fill: '#dfe7e8' }).rect(0, 842, 1600, 10, { fill: '#aab9be' });
  for (let tube = 0; tube < 19; tube += 1) tubeAt(d, 50 + tube * 84, 790, random);
  standing(d, 1290, 1050, 560, { ...staff(random), mask: true });
}

function tubeAt(d: Drawing, x: number, y: number, random: Random): void {
  const cap = random.pick(['#b8352f', '#7a5aa6', '#e8bb4b', '#3f8f75', '#5d9fc4']);
  d.rect(x - 22, y + 6, 44, 34, { fill: '#e6ecec' }, 6);
  d.rect(x - 11, y - 70, 22, 92, { fill: '#f4f7f6', opacity: 0.95 }, 10).rect(
    x - 11,
    y - 30,
    22,
    52,
    { fill: '#a8433b', opacity: 0.8 },
    10,
  );
  d.rect(x - 14, y - 88, 28, 28, { fill: cap }, 6);
}

/** A microscope among flasks on a bench. */
export function bench(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#dbe9ea'],
      [0.7, '#eef3ee'],
      [1, '#f7efe0'],
    ]),
  });
  for (let spot = 0; spot < 16; spot += 1)
    d.circle(random.between(0, 1600), random.between(0, 600), random.between(30, 120), {
      fill: '#ffffff',
      opacity: 0.25,
    });
  d.rect(0, 800, 1600, 267, {
    fill: d.linear([
      [0, '#f5f1e8'],
      [1, '#d6cbb6'],
    ]),
  });
  d.at({ x: 640, y: 830, scale: 1.25 }, () => {
    d.ellipse(0, 6, 190, 26, { fill: palette.ink, opacity: 0.16 });
    d.path('M-130 0Q-130 -50 -60 -50L110 -50Q150 -50 150 0Z', { fill: '#35505c' });
    d.path('M90 -50Q170 -190 70 -330', { stroke: '#6f8a96', width: 58, cap: 'round' });
    d.path('M90 -50Q170 -190 70 -330', { stroke: '#a9bec6', width: 12, cap: 'round' });
    d.rect(-120, -170, 200, 22, { fill: '#35505c' }, 6).rect(-90, -178, 90, 8, { fill: '#bfe0ea' });
    d.at({ x: -10, y: -300, turn: -24 }, () => {
      d.rect(
        -30,
        -150,
        60,
        250,
        {
          fill: d.linear(
            [
              [0, '#dfe6e6'],
              [0.4, '#ffffff'],
              [1, '#b4c2c6'],
            ],
            0,
          ),
        },
        10,
      );
      d.rect(-24, -210, 48, 66, { fill: '#2b3740' }, 8).rect(-22, 100, 44, 34, { fill: '#8e9ea4' }, 6);
    });
  });
  flask(d, 1090, 850, 1.5, '#7fc2ad');
  flask(d, 1280, 860, 1.1, '#f0b77c');
  flask(d, 260, 860, 1.2, '#8fbfd6');
  for (let tube = 0; tube < 5; tube += 1) {
    d.rect(1370 + tube * 38, 700, 22, 130, { fill: '#ffffff', opacity: 0.85 }, 10).rect(
      1370 + tube * 38,
      770,
      22,
      60,
      { fill: ['#e59aa6', '#8fc3ac', '#f6dd97', '#9cc3df', '#d9a6c9'][tube] ?? '#fff' },
      10,
    );
  }
  d.rect(1355, 810, 210, 34, { fill: palette.wood }, 6);
}

function flask(d: Drawing, x: number, y: number, scale: number, liquid: string): void {
  d.at({ x, y, scale }, () => {
    d.ellipse(0, 2, 84, 12, { fill: palette.ink, opacity: 0.14 });
    d.path('M-20 -190L-20 -120L-78 -20Q-86 0 -62 0L62 0Q86 0 78 -20L20 -120L20 -190Z', {
      fill: '#ffffff',
      opacity: 0.75,
    });
    d.path('M-46 -74L-78 -20Q-86 0 -62 0L62 0Q86 0 78 -20L46 -74Z', { fill: liquid, opacity: 0.85 });
    d.ellipse(0, -74, 46, 9, { fill: mix(liquid, '#ffffff', 0.4) }).rect(
      -26,
      -198,
      52,
      12,
      { fill: '#eef4f4' },
      6,
    );
    d.path('M-40 -60L-62 -20', { stroke: '#ffffff', width: 6, opacity: 0.7, cap: 'round' });
  });
}
