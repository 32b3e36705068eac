/** What the four videos show, moment by moment. Each lasts as long as its subtitles. */
import { mix, palette } from '../pictures/palette.ts';
import { cross } from '../pictures/pieces/buildings.ts';
import { room, screen } from '../pictures/pieces/rooms.ts';
import type { Drawing } from '../pictures/svg.ts';
import { n } from '../pictures/svg.ts';
import type { Film } from './encode.ts';

const seconds = 8;

/** 0 to 1 within the current two seconds, eased. */
function within(at: number): number {
  const part = (at % 2) / 2;
  return part * part * (3 - 2 * part);
}

function cover(d: Drawing, top: string, low: string): void {
  d.rect(0, 0, 1600, 900, {
    fill: d.linear([
      [0, top],
      [1, low],
    ]),
  });
}

/** Which of the four steps is running, as dots along the lower edge. */
function steps(d: Drawing, at: number): void {
  for (let step = 0; step < 4; step += 1) {
    d.circle(740 + step * 40, 860, Math.floor(at / 2) === step ? 12 : 8, {
      fill: Math.floor(at / 2) === step ? palette.apricotDeep : '#ffffff',
    });
  }
}

function resuscitation(d: Drawing, at: number): void {
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

function exercise(d: Drawing, at: number): void {
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

function booking(d: Drawing, at: number): void {
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

function laboratory(d: Drawing, at: number): void {
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

export const films: Film[] = [
  { key: 'xin-fei-fu-su', seconds, draw: resuscitation },
  { key: 'kang-fu-cao', seconds, draw: exercise },
  { key: 'yu-yue-gua-hao', seconds, draw: booking },
  { key: 'zou-jin-jian-yan-ke', seconds, draw: laboratory },
];
