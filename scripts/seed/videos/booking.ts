/** Three steps on a telephone, and its answer. */
import { mix, palette } from '../pictures/palette.ts';
import { cross } from '../pictures/pieces/buildings.ts';
import type { Drawing } from '../pictures/svg.ts';
import { cover, steps, within } from './moments.ts';

export function booking(d: Drawing, at: number): void {
  cover(d, '#d9e9e4', '#b5d3c8');
  const step = Math.floor(at / 2);
  d.ellipse(800, 850, 240, 22, { fill: palette.ink, opacity: 0.16 });
  d.rect(600, 50, 400, 790, { fill: '#22303a' }, 50).rect(620, 90, 360, 710, { fill: '#fbf8f1' }, 24);
  d.rect(620, 90, 360, 96, { fill: palette.jade }, 24);
  cross(d, 670, 138, 26, palette.jade);
  const chosen = Math.min(2, Math.floor(within(at) * 3));
  if (step === 0)
    for (let row = 0; row < 3; row += 1)
      d.rect(
        646,
        220 + row * 180,
        308,
        150,
        {
          fill: row === chosen ? palette.apricotPale : '#e7efe9',
          stroke: row === chosen ? palette.apricotDeep : '#e7efe9',
          width: 6,
        },
        18,
      )
        .rect(
          670,
          250 + row * 180,
          90,
          90,
          { fill: [palette.jadeLight, palette.lake, palette.apricot][row] ?? palette.lake },
          12,
        )
        .rect(785, 262 + row * 180, 140, 18, { fill: '#8fa39b' }, 9)
        .rect(785, 302 + row * 180, 96, 16, { fill: '#c3cec8' }, 8);
  if (step === 1) {
    for (let slot = 0; slot < 12; slot += 1) {
      const on = slot === 4 + chosen;
      d.rect(
        646 + (slot % 3) * 106,
        240 + Math.floor(slot / 3) * 128,
        92,
        104,
        { fill: on ? palette.apricot : slot % 5 === 0 ? '#d9d9d4' : '#cfe5da' },
        14,
      );
    }
  }
  if (step === 2) {
    d.circle(800, 330, 76, { fill: '#cfe5da' })
      .circle(800, 306, 30, { fill: palette.jade })
      .path('M742 372Q744 338 800 338Q856 338 858 372Z', { fill: palette.jade });
    for (let row = 0; row < 3; row += 1)
      d.rect(680, 450 + row * 54, 240 - row * 40, 20, { fill: '#c3cec8' }, 10);
    d.rect(660, 650, 280, 90, { fill: mix(palette.jade, palette.jadeDeep, within(at)) }, 45);
  }
  if (step === 3) {
    d.circle(800, 400, 120 * Math.min(1, within(at) * 2 + 0.2), { fill: palette.jade }).path(
      'M740 400L785 446L866 352',
      { stroke: '#ffffff', width: 26, cap: 'round' },
    );
    d.rect(680, 600, 240, 22, { fill: '#8fa39b' }, 11).rect(720, 650, 160, 18, { fill: '#c3cec8' }, 9);
  } else {
    const [x, y] =
      step === 0 ? [900, 300 + chosen * 180] : step === 1 ? [800 + (chosen - 1) * 106, 440] : [860, 710];
    d.circle(x, y, 34, { fill: '#2b3740', opacity: 0.22 }).circle(x, y, 16, {
      fill: '#2b3740',
      opacity: 0.35,
    });
  }
  steps(d, at);
}
