/** Raising the arms, sitting. */
import { palette } from '../pictures/palette.ts';
import type { Drawing } from '../pictures/svg.ts';
import { n } from '../pictures/svg.ts';
import { cover, steps, within } from './moments.ts';

export function exercise(d: Drawing, at: number): void {
  cover(d, '#f3eadb', '#dfd0b4');
  d.rect(200, 120, 460, 400, { fill: '#bcd9e2' }, 12).rect(420, 120, 14, 400, { fill: '#f7f3ea' });
  d.rect(0, 720, 1600, 180, { fill: '#cbb48c' });
  const step = Math.floor(at / 2);
  const raise =
    step === 0 ? 0 : step === 1 ? within(at) : step === 2 ? 1 - within(at) : Math.abs(Math.sin(at * 1.57));
  d.rect(900, 420, 40, 330, { fill: '#8a6240' }, 10)
    .rect(780, 600, 300, 40, { fill: '#a9784f' }, 10)
    .rect(800, 630, 24, 150, { fill: '#8a6240' })
    .rect(1040, 630, 24, 150, { fill: '#8a6240' });
  d.path('M840 600Q930 570 1020 600L1030 670L1000 800L945 800L950 670L910 670L915 800L860 800L830 670Z', {
    fill: '#4d5a66',
  });
  const angle = -1.2 * raise;
  for (const side of [-1, 1]) {
    const x = 930 + side * 88;
    const tipX = x + side * (40 + 90 * Math.sin(raise * 1.4));
    const tipY = 400 + 220 * Math.cos(Math.PI * raise);
    d.path(`M${n(x)} 400Q${n(x + side * 110)} ${n(400 + angle * 20)} ${n(tipX)} ${n(tipY)}`, {
      stroke: '#8fc9b5',
      width: 52,
      cap: 'round',
    }).circle(tipX, tipY, 30, { fill: '#ecbd95' });
  }
  d.path('M840 380Q930 340 1020 380L1030 620L830 620Z', { fill: '#a3d3c2' })
    .circle(930, 270, 74, { fill: '#ecbd95' })
    .path('M858 262Q856 188 932 190Q1006 194 1002 262Q930 226 858 262Z', { fill: '#cfcbc5' });
  d.circle(1300, 240, 50 + raise * 40, { fill: '#ffffff', opacity: 0.5 }).circle(1300, 240, 26 + raise * 30, {
    fill: palette.jadeLight,
  });
  steps(d, at);
}
