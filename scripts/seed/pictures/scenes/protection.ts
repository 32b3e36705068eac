/** Protecting oneself and others: vaccination, masks, clean hands. */
import { mix, palette } from '../palette.ts';
import { leaves, paper } from '../pieces/paper.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

export function vaccine(d: Drawing, random: Random): void {
  paper(d, random, '#bfe0d4');
  d.at({ x: 660, y: 540, scale: 1.5 }, () => {
    d.path('M0 -250Q120 -200 220 -200Q230 60 0 240Q-230 60 -220 -200Q-120 -200 0 -250Z', {
      fill: d.linear(
        [
          [0, '#63b394'],
          [1, '#2f7d66'],
        ],
        40,
      ),
    });
    d.path('M0 -215Q100 -172 188 -170Q192 40 0 200Z', { fill: '#ffffff', opacity: 0.14 });
    d.path('M-90 -10L-20 66L110 -90', { stroke: '#ffffff', width: 38, cap: 'round' });
  });
  d.at({ x: 1180, y: 560, scale: 1.3, turn: 32 }, () => {
    d.rect(-44, -180, 88, 300, { fill: '#eef6f6', stroke: '#9fb8bf', width: 6 }, 14).rect(
      -38,
      -60,
      76,
      174,
      { fill: '#8fd0c0', opacity: 0.9 },
      10,
    );
    d.rect(-70, -200, 140, 22, { fill: '#9fb8bf' }, 8)
      .rect(-12, -300, 24, 110, { fill: '#c3d3d7' })
      .rect(-54, -318, 108, 22, { fill: '#9fb8bf' }, 8);
    d.rect(-18, 118, 36, 34, { fill: '#9fb8bf' }, 4).line(0, 150, 0, 290, { stroke: '#8fa3aa', width: 6 });
    for (let mark = 0; mark < 6; mark += 1)
      d.line(10, -140 + mark * 40, 40, -140 + mark * 40, { stroke: '#7f9aa2', width: 5 });
  });
}

export function droplets(d: Drawing, random: Random): void {
  paper(d, random, '#cfdfe8');
  for (let germ = 0; germ < 15; germ += 1) {
    const [x, y] = [random.between(40, 1560), random.between(40, 1020)];
    if (Math.hypot((x - 800) * 0.7, y - 540) < 340) continue;
    const r = random.between(26, 62);
    const fill = random.pick(['#8fb98a', '#d99a8a', '#a9a5de']);
    for (let spike = 0; spike < 10; spike += 1) {
      const angle = (spike / 10) * Math.PI * 2;
      const [sx, sy] = [x + Math.cos(angle) * r * 1.35, y + Math.sin(angle) * r * 1.35];
      d.line(x, y, sx, sy, { stroke: fill, width: 6 }).circle(sx, sy, r * 0.16, { fill });
    }
    d.circle(x, y, r, {
      fill: d.radial(
        [
          [0, mix(fill, '#ffffff', 0.5)],
          [1, fill],
        ],
        [0.35, 0.3],
        0.8,
      ),
    });
  }
  d.path('M470 420Q300 400 290 520Q290 640 500 680M1130 420Q1300 400 1310 520Q1310 640 1100 680', {
    stroke: '#ffffff',
    width: 18,
    cap: 'round',
  });
  d.path('M460 400Q800 300 1140 400L1120 640Q1020 780 800 790Q580 780 480 640Z', {
    fill: d.linear([
      [0, '#a9d6df'],
      [1, '#6fa9b9'],
    ]),
  });
  for (let fold = 0; fold < 4; fold += 1)
    d.path(
      `M${472 + fold * 6} ${470 + fold * 66}Q800 ${420 + fold * 84} ${1128 - fold * 6} ${470 + fold * 66}`,
      { stroke: '#ffffff', width: 6, opacity: 0.6 },
    );
}

export function washing(d: Drawing, random: Random): void {
  paper(d, random, '#c3dfe8');
  d.path('M720 90L880 90L880 170Q980 180 980 290L980 330L900 330L900 300Q900 250 840 250L720 250Z', {
    fill: d.linear(
      [
        [0, '#eef3f4'],
        [1, '#9fb2b8'],
      ],
      20,
    ),
  });
  d.path('M912 340Q900 470 930 560L960 560Q980 450 968 340Z', { fill: '#8fcbe0', opacity: 0.8 });
  for (const mirror of [false, true])
    hand(d, mirror ? 1060 : 760, 720, mirror, mirror ? '#e5b189' : '#ecbd95');
  for (let bubble = 0; bubble < 60; bubble += 1) {
    const [x, y, r] = [random.between(380, 1420), random.between(500, 960), random.between(10, 56)];
    d.circle(x, y, r, { fill: '#ffffff', opacity: 0.45, stroke: '#ffffff', width: 3 }).circle(
      x - r * 0.3,
      y - r * 0.3,
      r * 0.2,
      { fill: '#ffffff', opacity: 0.9 },
    );
  }
}

function hand(d: Drawing, x: number, y: number, mirror: boolean, skin: string): void {
  d.at({ x, y, scale: 1.2, mirror }, () => {
    d.path(
      'M-420 130L-420 -60Q-200 -80 -80 -120Q20 -150 130 -140Q170 -134 166 -104Q160 -80 110 -76L20 -60L160 -60Q200 -54 194 -22Q190 -2 150 -2L180 0Q204 20 190 44Q170 60 140 54Q160 80 136 96Q40 130 -120 126Z',
      {
        fill: d.linear([
          [0, mix(skin, '#ffffff', 0.15)],
          [1, mix(skin, '#a0684a', 0.15)],
        ]),
      },
    );
    d.path('M20 -60Q80 -64 150 -58M30 0Q90 -6 150 -2M40 54Q90 50 140 54', {
      stroke: '#a0684a',
      width: 5,
      opacity: 0.35,
      cap: 'round',
    });
    d.rect(-470, -90, 120, 240, { fill: '#f7f9f8' }, 20);
  });
}

export function cuppedHands(d: Drawing, random: Random): void {
  paper(d, random, '#f3d3bd');
  leaves(d, random, palette.jadeLight, 12);
  d.circle(800, 430, 330, {
    fill: d.radial([
      [0, '#ffe3b8', 0.9],
      [1, '#ffe3b8', 0],
    ]),
  });
  d.at({ x: 800, y: 440, scale: 0.85 }, () =>
    d.path(
      'M0 200C-330 0 -250 -230 -100 -230C-40 -230 -10 -190 0 -160C10 -190 40 -230 100 -230C250 -230 330 0 0 200Z',
      {
        fill: d.linear(
          [
            [0, '#f2917f'],
            [1, '#c94f45'],
          ],
          60,
        ),
      },
    ),
  );
  for (const mirror of [false, true]) {
    d.at({ x: 800, y: 560, scale: 1.35, mirror }, () => {
      d.path(
        'M8 230Q-120 250 -230 150Q-330 40 -340 -70Q-340 -110 -310 -110Q-286 -110 -274 -70Q-250 0 -200 30Q-140 66 -60 76Q-20 80 -8 110Q20 150 8 230Z',
        {
          fill: d.linear([
            [0, '#f2c9a5'],
            [1, '#d29a72'],
          ]),
        },
      );
      d.path('M-268 -60Q-240 10 -190 40Q-130 74 -60 84', {
        stroke: '#b9805c',
        width: 6,
        opacity: 0.4,
        cap: 'round',
      });
      d.path('M8 230Q-90 244 -180 190L-230 330L20 400Z', { fill: '#f7f9f8' });
    });
  }
}
