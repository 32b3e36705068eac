/** Scanners, servers and the wall of charts. */
import { palette } from '../palette.ts';
import { screen } from '../pieces/furniture.ts';
import { staff, standing } from '../pieces/people.ts';
import { room } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** A ring-shaped scanner with its table; wide bore for magnetic resonance. */
export function scanner(d: Drawing, random: Random, kind: 'ct' | 'mr'): void {
  room(d, { wall: kind === 'ct' ? '#dfe8ea' : '#e6e3ee', floor: '#c3cdd2' });
  d.circle(800, 300, 520, {
    fill: d.radial([
      [0, kind === 'ct' ? '#bfe6ea' : '#cfd4f2', 0.7],
      [1, '#ffffff', 0],
    ]),
  });
  d.ellipse(800, 880, 470, 40, { fill: palette.ink, opacity: 0.16 });
  d.rect(
    430,
    330,
    740,
    540,
    {
      fill: d.linear(
        [
          [0, '#ffffff'],
          [1, '#ccd6da'],
        ],
        25,
      ),
    },
    kind === 'ct' ? 250 : 120,
  );
  d.circle(800, 590, kind === 'ct' ? 190 : 160, { fill: '#b9c8ce' }).circle(
    800,
    590,
    kind === 'ct' ? 165 : 132,
    {
      fill: d.radial([
        [0, '#0f2a36'],
        [0.75, '#24505e'],
        [1, '#7fb6c4'],
      ]),
    },
  );
  d.circle(800, 590, kind === 'ct' ? 178 : 146, {
    stroke: kind === 'ct' ? palette.jadeLight : '#a9a5de',
    width: 7,
  });
  d.path('M690 640L910 640L1010 960L590 960Z', {
    fill: d.linear([
      [0, '#8fb0ba'],
      [1, '#e6eef0'],
    ]),
  });
  d.path('M715 640L885 640L930 800L670 800Z', { fill: '#f7fafa' });
  d.rect(650, 950, 300, 60, { fill: '#b4c2c8' }, 12);
  standing(d, 320, 960, 470, staff(random));
  if (kind === 'ct') screen(d, 1270, 420, 200, 130, 3);
}

/** Racks of servers with their lights. */
export function serverRoom(d: Drawing, random: Random): void {
  room(d, { wall: '#22384a', floor: '#1a2c3a', far: { x: 640, y: 300, width: 320, height: 330 }, lamps: 5 });
  for (let rack = 0; rack < 4; rack += 1) {
    const near = [0.22, 0.42, 0.7, 1.08][rack] ?? 1;
    const x = 640 - near * 560;
    const [top, low] = [300 - near * 230, 630 + near * 350];
    const wide = 70 + near * 100;
    for (const side of [0, 1]) {
      const at = (value: number) => (side === 0 ? value : 1600 - value);
      d.polygon(
        [
          [at(x), top],
          [at(x + wide), top + wide * 0.42],
          [at(x + wide), low - wide * 0.62],
          [at(x), low],
        ],
        {
          fill: d.linear(
            [
              [0, '#35566b'],
              [1, '#14232f'],
            ],
            side === 0 ? 0 : 180,
          ),
        },
      );
      for (let row = 0; row < 15; row += 1) {
        const y = top + 30 + ((low - top - 60) / 15) * (row + 0.4);
        for (let light = 0; light < 4; light += 1) {
          const lx = at(x + 14 + (wide - 26) * (light / 4));
          d.rect(
            lx,
            y + wide * 0.1 * (light / 4),
            5 + near * 5,
            3 + near * 3,
            { fill: random.pick(['#6fe0b0', '#6fe0b0', '#8fd0ea', '#ffc46b', '#2f4d5f']) },
            2,
          );
        }
      }
    }
  }
  standing(d, 810, 760, 290, { ...staff(random, '#c9dbe4'), legs: '#2b3740' });
}

/** A wall of charts in the command room. */
export function commandWall(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#0f2536'],
      [1, '#1b3a4c'],
    ]),
  });
  d.rect(110, 90, 1380, 560, { fill: '#0a1c28' }, 14);
  for (let panel = 0; panel < 6; panel += 1) {
    const [x, y] = [140 + (panel % 3) * 450, 120 + Math.floor(panel / 3) * 262];
    d.rect(x, y, 420, 240, { fill: '#13384a' }, 8);
    if (panel % 3 === 0) screen(d, x + 14, y + 14, 392, 212, panel);
    if (panel % 3 === 1) {
      for (let bar = 0; bar < 11; bar += 1) {
        const height = random.between(40, 180);
        d.rect(
          x + 26 + bar * 34,
          y + 220 - height,
          22,
          height,
          { fill: bar % 3 === 0 ? palette.apricot : palette.jadeLight },
          3,
        );
      }
    }
    if (panel % 3 === 2) {
      d.circle(x + 130, y + 120, 84, { stroke: '#2f6f7f', width: 30 });
      d.path(`M${x + 130} ${y + 36}A84 84 0 1 1 ${x + 52} ${y + 152}`, { stroke: palette.gold, width: 30 });
      for (let row = 0; row < 5; row += 1)
        d.rect(x + 250, y + 40 + row * 36, random.between(60, 150), 14, { fill: '#8fd0ea', opacity: 0.8 }, 7);
    }
  }
  d.rect(0, 860, 1600, 207, {
    fill: d.linear([
      [0, '#5d7684'],
      [1, '#2b414e'],
    ]),
  });
  for (const x of [330, 640, 960, 1270]) {
    d.ellipse(x, 760, 46, 54, { fill: palette.ink });
    d.path(`M${x - 100} 880Q${x - 90} 810 ${x} 806Q${x + 90} 810 ${x + 100} 880Z`, { fill: '#e9eef0' });
  }
}
