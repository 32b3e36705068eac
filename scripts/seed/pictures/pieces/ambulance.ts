/** An ambulance from its side. */
import { palette } from '../palette.ts';
import type { Drawing } from '../svg.ts';

export function ambulance(d: Drawing, x: number, y: number, scale: number): void {
  d.at({ x, y, scale }, () => {
    d.ellipse(120, 4, 290, 18, { fill: palette.ink, opacity: 0.2 });
    d.path(
      'M-140 -30L-140 -210Q-140 -226 -122 -226L210 -226Q232 -226 246 -204L300 -120L352 -98Q366 -90 366 -70L366 -30Z',
      {
        fill: d.linear([
          [0, '#ffffff'],
          [1, '#d7dfe0'],
        ]),
      },
    );
    d.path('M222 -196L276 -118L222 -118Z', { fill: '#8fb6c1' }).rect(
      150,
      -196,
      58,
      78,
      { fill: '#8fb6c1' },
      6,
    );
    d.rect(-140, -104, 500, 20, { fill: '#e04b42' }).rect(-140, -78, 500, 8, { fill: palette.apricot });
    d.rect(20, -246, 120, 22, { fill: '#4c8fd6' }, 8).rect(-60, -190, 90, 70, { fill: '#ffffff' });
    d.rect(-26, -186, 24, 64, { fill: palette.jade }, 4).rect(-46, -166, 64, 24, { fill: palette.jade }, 4);
    for (const wheel of [-60, 270])
      d.circle(wheel, -28, 44, { fill: '#2b3740' }).circle(wheel, -28, 20, { fill: '#aebbc0' });
  });
}
