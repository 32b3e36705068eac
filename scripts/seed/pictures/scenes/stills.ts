/** Still lifes: a blood-pressure meter, tablets, charts. */
import { palette } from '../palette.ts';
import { paper } from '../pieces/paper.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

export function bloodPressure(d: Drawing, random: Random): void {
  paper(d, random, '#c6dcd6');
  d.rect(0, 820, 1600, 247, {
    fill: d.linear([
      [0, '#d9bd92'],
      [1, '#b08a5a'],
    ]),
  });
  d.ellipse(560, 880, 330, 34, { fill: palette.ink, opacity: 0.16 });
  d.rect(
    280,
    400,
    560,
    480,
    {
      fill: d.linear(
        [
          [0, '#ffffff'],
          [1, '#d3dddd'],
        ],
        20,
      ),
    },
    50,
  ).rect(330, 450, 340, 300, { fill: '#cfe0d3' }, 20);
  for (const [x, y, lit] of [
    [360, 480, 3],
    [360, 610, 2],
  ] as const) {
    for (let digit = 0; digit < lit; digit += 1)
      d.rect(x + digit * 90 + 24, y, 50, 96, { stroke: '#3f5a52', width: 14 }, 10);
  }
  d.path('M350 735Q370 705 390 735L390 735Q370 760 350 735Z', { fill: palette.red });
  d.circle(755, 520, 44, { fill: palette.jade })
    .circle(755, 650, 30, { fill: palette.apricot })
    .rect(330, 790, 340, 30, { fill: '#b9c8c8' }, 15);
  d.path('M840 760Q980 900 1060 780T1180 620', { stroke: '#4f6470', width: 20, cap: 'round' });
  d.rect(
    1040,
    360,
    380,
    430,
    {
      fill: d.linear(
        [
          [0, '#3f6f86'],
          [0.4, '#6f9fb5'],
          [1, '#345d72'],
        ],
        0,
      ),
    },
    60,
  );
  d.rect(1040, 480, 380, 44, { fill: '#2b4d5f' }).ellipse(1230, 364, 190, 40, { fill: '#2b4d5f' });
}

export function tablets(d: Drawing, random: Random): void {
  paper(d, random, '#cfdfe6');
  d.at({ x: 480, y: 560, turn: -12 }, () => {
    d.rect(
      -300,
      -220,
      600,
      420,
      {
        fill: d.linear(
          [
            [0, '#dfe7ea'],
            [1, '#a9b9c0'],
          ],
          30,
        ),
      },
      26,
    );
    for (let pill = 0; pill < 15; pill += 1) {
      const [x, y] = [-236 + (pill % 5) * 118, -140 + Math.floor(pill / 5) * 130];
      d.circle(x, y, 46, { fill: '#c3d0d6' }).circle(x - 4, y - 5, 38, {
        fill: d.radial(
          [
            [0, '#ffffff'],
            [1, pill % 5 === 4 ? '#b7c5cb' : '#f3b89c'],
          ],
          [0.35, 0.3],
          0.8,
        ),
      });
    }
  });
  d.at({ x: 1150, y: 620 }, () => {
    d.ellipse(0, 250, 190, 24, { fill: palette.ink, opacity: 0.16 });
    d.rect(
      -150,
      -180,
      300,
      430,
      {
        fill: d.linear(
          [
            [0, '#e39a4d'],
            [0.4, '#f6c07a'],
            [1, '#c97d34'],
          ],
          0,
        ),
      },
      40,
    ).rect(-170, -270, 340, 100, { fill: '#f7f5ef' }, 18);
    d.rect(-150, -60, 300, 190, { fill: '#ffffff' });
    for (let row = 0; row < 4; row += 1)
      d.rect(
        -110,
        -30 + row * 36,
        row === 0 ? 140 : 220,
        14,
        { fill: row === 0 ? palette.jade : '#c3ccd0' },
        7,
      );
  });
  const colours = ['#e4655c', '#f0a868', '#5d9fc4', '#3f8f75'] as const;
  for (const [index, fill] of colours.entries()) {
    d.at({ x: 760 + index * 60, y: 900 + (index % 2) * 50, turn: index * 47 }, () =>
      d
        .rect(-60, -22, 120, 44, { fill: '#fdfbf6' }, 22)
        .path('M0 -22L38 -22A22 22 0 0 1 38 22L0 22Z', { fill }),
    );
  }
}

export function charts(d: Drawing, random: Random): void {
  paper(d, random, '#d3e2dd');
  d.rect(180, 150, 1240, 770, { fill: '#ffffff', opacity: 0.9 }, 28);
  for (let line = 0; line < 6; line += 1)
    d.line(260, 260 + line * 90, 960, 260 + line * 90, { stroke: '#dcd6c8', width: 3 });
  for (let bar = 0; bar < 9; bar += 1) {
    const height = 130 + bar * 34 + random.between(-24, 24);
    d.rect(
      286 + bar * 74,
      712 - height,
      44,
      height,
      {
        fill: d.linear([
          [0, palette.jadeLight],
          [1, palette.jade],
        ]),
      },
      8,
    );
  }
  d.path('M300 560Q420 540 500 480T700 400T920 270', {
    stroke: palette.apricotDeep,
    width: 12,
    cap: 'round',
  });
  for (let step = 0; step < 6; step += 1)
    d.circle(320 + step * 116, 552 - step * 54, 13, {
      fill: '#ffffff',
      stroke: palette.apricotDeep,
      width: 7,
    });
  d.circle(1200, 420, 130, { stroke: palette.mist, width: 60 })
    .path('M1200 290A130 130 0 1 1 1078 465', { stroke: palette.jade, width: 60 })
    .path('M1075 455A130 130 0 0 1 1108 328', { stroke: palette.apricot, width: 60 });
  for (let row = 0; row < 4; row += 1)
    d.circle(1070, 660 + row * 50, 13, {
      fill: [palette.jade, palette.apricot, palette.lake, palette.stone][row] ?? palette.jade,
    }).rect(1104, 652 + row * 50, 200 - row * 24, 18, { fill: '#d9dfdc' }, 9);
  d.rect(260, 780, 660, 20, { fill: '#e3e7e3' }, 10).rect(260, 830, 460, 20, { fill: '#e3e7e3' }, 10);
}
