/** Tubes on a conveyor. */
import { palette } from '../pictures/palette.ts';
import { screen } from '../pictures/pieces/furniture.ts';
import { room } from '../pictures/pieces/rooms.ts';
import type { Drawing } from '../pictures/svg.ts';
import { n } from '../pictures/svg.ts';
import { cover, steps } from './moments.ts';

export function laboratory(d: Drawing, at: number): void {
  cover(d, '#e2ebea', '#bfcfce');
  d.at({ x: 0, y: -100 }, () => {
    room(d, { wall: '#e2ebea', floor: '#bfcfce' });
  });
  const machines = ['#cfe5da', '#fbe0c8', '#d8e3ef'] as const;
  for (const [index, fill] of machines.entries()) {
    const x = 170 + index * 460;
    d.rect(
      x,
      250,
      340,
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
      20,
    ).rect(x + 36, 290, 268, 140, { fill }, 14);
    const spin = at * 4 + index;
    if (index === 1)
      d.path(
        `M${n(x + 170 + Math.cos(spin) * 50)} ${n(360 + Math.sin(spin) * 50)}L${n(x + 170 - Math.cos(spin) * 50)} ${n(360 - Math.sin(spin) * 50)}`,
        { stroke: palette.apricotDeep, width: 14, cap: 'round' },
      );
    if (index === 2) screen(d, x + 60, 304, 220, 112, Math.floor(at * 2));
    if (index === 0) d.rect(x + 80, 300 + ((at * 60) % 110), 180, 8, { fill: '#e4655c' });
  }
  d.rect(0, 640, 1600, 110, { fill: '#4c616b' }).rect(0, 632, 1600, 12, { fill: '#dfe7e8' });
  for (let roll = 0; roll < 20; roll += 1)
    d.circle(((roll * 86 + at * 150) % 1720) - 60, 720, 20, { fill: '#8497a0' });
  for (let tube = 0; tube < 8; tube += 1) {
    const x = ((tube * 230 + at * 150) % 1840) - 120;
    const caps = ['#b8352f', '#7a5aa6', '#e8bb4b', '#3f8f75'] as const;
    d.rect(x - 30, 640, 60, 46, { fill: '#e6ecec' }, 8)
      .rect(x - 17, 520, 34, 130, { fill: '#f7faf9' }, 14)
      .rect(x - 17, 570, 34, 80, { fill: '#a8433b', opacity: 0.85 }, 14)
      .rect(x - 21, 500, 42, 40, { fill: caps[tube % 4] ?? '#b8352f' }, 8);
  }
  if (at >= 6) {
    d.rect(560, 120, 480, 560, { fill: '#ffffff', opacity: Math.min(1, (at - 6) * 2) }, 20);
    for (let row = 0; row < 6; row += 1)
      d.rect(
        610,
        200 + row * 66,
        200 + ((row * 53) % 140),
        20,
        { fill: row === 2 ? palette.apricot : '#c3cec8' },
        10,
      );
    d.path('M880 560L930 610L1000 520', { stroke: palette.jade, width: 22, cap: 'round' });
  }
  steps(d, at);
}
