/** The body as signs: heart, brain, lungs, spine, stomach, thyroid, sugar. */
import { mix, palette } from '../palette.ts';
import { leaves, paper, pulse } from '../pieces/paper.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

const heartShape =
  'M0 200C-330 0 -250 -230 -100 -230C-40 -230 -10 -190 0 -160C10 -190 40 -230 100 -230C250 -230 330 0 0 200Z';

export function heart(d: Drawing, random: Random): void {
  paper(d, random, '#f3c3b6');
  pulse(d, 560, '#c9574e');
  d.at({ x: 800, y: 560, scale: 1.45 }, () => {
    d.path(heartShape, {
      fill: d.linear(
        [
          [0, '#ee8a7c'],
          [1, '#b8403a'],
        ],
        60,
      ),
    });
    d.path('M-150 -170C-210 -140 -220 -60 -190 0', {
      stroke: '#ffffff',
      width: 22,
      cap: 'round',
      opacity: 0.4,
    });
  });
  pulse(d, 560, '#ffffff', 12);
}

export function brain(d: Drawing, random: Random): void {
  paper(d, random, '#b9cfe2');
  d.at({ x: 800, y: 540, scale: 1.5 }, () => {
    d.path(
      'M0 -210C-90 -260 -180 -210 -190 -140C-270 -120 -280 -10 -230 30C-250 110 -170 180 -100 160C-70 210 -10 210 0 170C10 210 70 210 100 160C170 180 250 110 230 30C280 -10 270 -120 190 -140C180 -210 90 -260 0 -210Z',
      {
        fill: d.linear(
          [
            [0, '#f4c9c1'],
            [1, '#d98f8d'],
          ],
          50,
        ),
      },
    );
    d.path(
      'M0 -205V165M-110 -200Q-70 -150 -120 -110T-90 -20T-150 40M-190 -130Q-140 -110 -160 -60M-220 30Q-150 20 -130 80T-60 120M110 -200Q70 -150 120 -110T90 -20T150 40M190 -130Q140 -110 160 -60M220 30Q150 20 130 80T60 120M-50 -100Q-10 -60 -50 -20M50 -100Q10 -60 50 -20',
      { stroke: '#ffffff', width: 11, cap: 'round', opacity: 0.75 },
    );
  });
  const points = Array.from(
    { length: 16 },
    () => [random.between(60, 1540), random.between(60, 1000)] as const,
  ).filter(([x, y]) => Math.hypot(x - 800, y - 530) > 440);
  for (const [x, y] of points) {
    d.line(x, y, 800 + (x - 800) * 0.55, 530 + (y - 530) * 0.55, {
      stroke: '#5d7f9c',
      width: 3,
      opacity: 0.35,
    });
    d.circle(x, y, 18, { fill: '#7fa0c0' }).circle(x, y, 8, { fill: '#ffffff' });
  }
}

export function lungs(d: Drawing, random: Random): void {
  paper(d, random, '#bcdcd6');
  for (let stream = 0; stream < 7; stream += 1) {
    const y = 170 + stream * 40;
    d.path(`M-20 ${y}Q300 ${y - 80} 520 ${y + 20}T1020 ${y}T1620 ${y - 30}`, {
      stroke: '#ffffff',
      width: 6,
      opacity: 0.5,
    });
  }
  d.rect(770, 150, 60, 300, { fill: '#f3efe6' }, 28);
  for (let ring = 0; ring < 7; ring += 1) d.rect(764, 180 + ring * 36, 72, 14, { fill: '#d3c7b4' }, 7);
  for (const mirror of [false, true]) {
    d.at({ x: 800, y: 0, mirror }, () => {
      d.path(
        'M60 420C80 300 200 250 290 400C400 590 420 780 370 880C330 930 120 880 80 800C50 730 50 520 60 420Z',
        {
          fill: d.linear(
            [
              [0, '#f2b5aa'],
              [1, '#d07a74'],
            ],
            60,
          ),
        },
      );
      d.path(
        'M10 430Q60 520 130 560M130 560Q180 500 220 440M130 560Q220 590 290 560M130 560Q150 680 130 780M140 660Q220 700 300 700M140 740Q210 790 270 820',
        { stroke: '#fff1ea', width: 13, cap: 'round', opacity: 0.85 },
      );
    });
  }
}

export function spine(d: Drawing, random: Random): void {
  paper(d, random, '#c9d5df');
  for (let bone = 0; bone < 11; bone += 1) {
    const y = 110 + bone * 84;
    const x = 800 + Math.sin(bone * 0.55 + 0.5) * 80;
    const wide = 105 + bone * 6;
    d.at({ x, y, turn: Math.cos(bone * 0.55 + 0.5) * 12 }, () => {
      d.ellipse(0, 44, wide * 0.82, 15, { fill: bone === 8 ? '#e4655c' : '#9fc3cf' });
      d.path(
        `M${-wide} -26Q${-wide + 24} 0 ${-wide} 28Q0 46 ${wide} 28Q${wide - 24} 0 ${wide} -26Q0 -42 ${-wide} -26Z`,
        {
          fill: d.linear([
            [0, '#fffaf0'],
            [1, '#dccbb0'],
          ]),
        },
      );
      d.path(`M${wide - 8} -8Q${wide + 70} -40 ${wide + 92} 0Q${wide + 60} 24 ${wide - 8} 14Z`, {
        fill: '#efe2cb',
      });
    });
  }
  d.circle(870, 830, 120, { stroke: '#e4655c', width: 8, dash: '22 18', opacity: 0.8 });
}

export function stomach(d: Drawing, random: Random): void {
  paper(d, random, '#f1d9b8');
  leaves(d, random, '#8fb98a', 16);
  d.at({ x: 800, y: 550, scale: 1.3 }, () => {
    d.path(
      'M-60 -330Q-50 -230 -30 -190C60 -270 240 -230 250 -50C258 120 130 260 -50 250C-190 240 -230 170 -250 110L-330 120L-330 40Q-240 20 -190 60C-140 120 -60 120 -40 60C-30 10 -110 -80 -120 -200Q-126 -270 -130 -330Z',
      {
        fill: d.linear(
          [
            [0, '#f2a898'],
            [1, '#cf6f66'],
          ],
          60,
        ),
      },
    );
    d.path('M60 -150Q170 -140 180 -40Q184 90 60 160', {
      stroke: '#ffffff',
      width: 20,
      cap: 'round',
      opacity: 0.35,
    });
    d.path('M-10 110Q60 130 120 90M-60 180Q40 200 130 150', {
      stroke: '#a9453f',
      width: 8,
      cap: 'round',
      opacity: 0.4,
    });
  });
}

export function butterfly(d: Drawing, random: Random): void {
  paper(d, random, '#d5cfe6');
  d.rect(
    700,
    0,
    200,
    1067,
    {
      fill: d.linear(
        [
          [0, '#f5d9c6'],
          [0.5, '#fbe9dc'],
          [1, '#eec8ae'],
        ],
        0,
      ),
    },
    90,
  );
  for (let ring = 0; ring < 11; ring += 1)
    d.rect(730, 40 + ring * 96, 140, 34, { fill: '#f0c9b0', opacity: 0.7 }, 17);
  for (const mirror of [false, true]) {
    d.at({ x: 800, y: 540, scale: 1.3, mirror }, () => {
      d.path(
        'M10 40C40 -40 60 -230 170 -240C280 -240 300 -70 240 60C200 150 110 200 60 150C30 120 30 90 10 80Z',
        {
          fill: d.linear(
            [
              [0, '#e58d84'],
              [1, '#b4524f'],
            ],
            70,
          ),
        },
      );
      d.path('M120 -180C180 -150 200 -60 170 30', {
        stroke: '#ffffff',
        width: 18,
        cap: 'round',
        opacity: 0.4,
      });
    });
  }
  d.circle(985, 500, 30, { fill: '#f7dd97', stroke: '#ffffff', width: 8 });
}

export function sugar(d: Drawing, random: Random): void {
  paper(d, random, '#f6dfb4');
  d.rect(300, 250, 1000, 560, { fill: '#ffffff', opacity: 0.75 }, 24);
  d.rect(300, 470, 1000, 150, { fill: palette.jadeLight, opacity: 0.4 });
  for (let line = 0; line < 5; line += 1)
    d.line(300, 330 + line * 110, 1300, 330 + line * 110, { stroke: '#c9bfa8', width: 2, dash: '8 10' });
  d.path(
    'M320 600C400 600 420 380 480 380S570 590 650 580S720 340 800 350S900 600 960 590S1060 400 1120 410S1220 580 1290 570',
    { stroke: '#d97f3e', width: 12, cap: 'round' },
  );
  for (const [x, y] of [
    [480, 380],
    [800, 350],
    [1120, 410],
  ] as const)
    d.circle(x, y, 20, { fill: '#ffffff', stroke: '#d97f3e', width: 8 });
  d.path('M1230 620Q1360 810 1230 880Q1100 810 1230 620Z', {
    fill: d.linear([
      [0, '#e4655c'],
      [1, '#a8302a'],
    ]),
  }).ellipse(1200, 790, 16, 34, { fill: '#ffffff', opacity: 0.4 });
  d.rect(
    190,
    640,
    210,
    300,
    {
      fill: d.linear(
        [
          [0, '#eef3f4'],
          [1, '#b9c9ce'],
        ],
        20,
      ),
    },
    36,
  ).rect(218, 680, 154, 110, { fill: mix('#cfe5da', '#5f7f76', 0.2) }, 12);
  d.circle(295, 860, 34, { fill: palette.jade });
}
