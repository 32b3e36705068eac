/** Four steps of resuscitation. */
import { palette } from '../pictures/palette.ts';
import type { Drawing } from '../pictures/svg.ts';
import { n } from '../pictures/svg.ts';
import { cover, steps, within } from './moments.ts';

export function resuscitation(d: Drawing, at: number): void {
  cover(d, '#dfeaea', '#b9cfcf');
  d.rect(0, 640, 1600, 260, { fill: '#c9bda5' });
  const step = Math.floor(at / 2);
  const press = step === 2 ? Math.abs(Math.sin(at * Math.PI * 1.83)) * 34 : 0;
  d.ellipse(800, 720, 520, 30, { fill: palette.ink, opacity: 0.16 });
  d.path(`M420 690Q440 ${n(600 + press)} 700 ${n(610 + press)}L1240 640Q1290 660 1240 700L440 712Z`, {
    fill: '#7b98a8',
  });
  d.circle(380, 650, 66, { fill: '#ecbd95' }).path(
    'M318 640Q320 580 384 584Q440 590 444 640Q380 610 318 640Z',
    { fill: '#2b2523' },
  );
  const lean = step === 0 ? Math.sin(at * 9) * 10 : 0;
  d.path('M640 430Q760 360 860 440L900 690L600 690Z', { fill: '#fdfdfb' })
    .circle(750, 330, 64, { fill: '#e5b189' })
    .path('M688 320Q690 256 752 258Q812 262 812 320Q750 290 688 320Z', { fill: '#23201f' });
  if (step < 2) {
    d.path(`M660 470L${n(540 + lean)} 600`, { stroke: '#eef1f0', width: 54, cap: 'round' }).circle(
      530 + lean,
      612,
      28,
      { fill: '#e5b189' },
    );
  } else {
    d.path(`M660 470L690 ${n(590 + press)}M840 470L720 ${n(590 + press)}`, {
      stroke: '#eef1f0',
      width: 54,
      cap: 'round',
    }).circle(704, 604 + press, 36, { fill: '#e5b189' });
  }
  if (step === 1) {
    d.rect(1080, 250, 130, 240, { fill: '#2b3740' }, 22).rect(1092, 274, 106, 180, { fill: '#e4655c' }, 8);
    for (let wave = 0; wave < 3; wave += 1)
      d.circle(1145, 360, 150 + wave * 60 + within(at) * 60, {
        stroke: '#e4655c',
        width: 8,
        opacity: Math.max(0, 0.7 - wave * 0.2 - within(at) * 0.2),
      });
  }
  if (step === 3) {
    d.rect(1060, 300, 280, 230, { fill: '#f6c667' }, 26).rect(1100, 340, 200, 110, { fill: '#ffffff' }, 12);
    d.path('M1210 350L1170 405L1200 405L1184 444L1234 390L1202 390Z', {
      fill: '#d97f3e',
      opacity: 0.5 + 0.5 * Math.abs(Math.sin(at * 5)),
    });
    d.path('M1060 470Q900 500 760 600M1080 500Q940 560 860 640', {
      stroke: '#35505c',
      width: 8,
      cap: 'round',
    });
  }
  steps(d, at);
}
