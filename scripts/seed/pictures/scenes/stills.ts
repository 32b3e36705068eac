/** Still lifes: instruments, tablets, charts, blossom, a desk at night. */
import { mix, palette } from '../palette.ts';
import { block } from '../pieces/buildings.ts';
import { blossomBranch, flower, ground, hills, potPlant, sky, sun } from '../pieces/nature.ts';
import { paper } from '../pieces/paper.ts';
import { bust, staff, standing, visitor } from '../pieces/people.ts';
import { windowPane } from '../pieces/rooms.ts';
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

/** The courtyard in apricot blossom. */
export function courtyard(d: Drawing, random: Random): void {
  sky(d, 'morning', 640);
  block(d, random, {
    x: 420,
    y: 660,
    width: 760,
    height: 330,
    wall: '#f1e9da',
    glass: '#9cc0cb',
    floors: 4,
    bays: 14,
  });
  ground(d, 655, '#c6d4b0', '#9fb98c');
  d.path('M640 1067Q720 800 780 660L850 660Q930 820 1080 1067Z', { fill: '#e9dfca' });
  for (const [x, y, length, direction] of [
    [150, 1000, 270, -72],
    [1430, 1010, 290, -104],
    [420, 800, 130, -84],
    [1190, 800, 140, -98],
  ] as const)
    blossomBranch(d, random, x, y, length, direction, 4);
  for (let petal = 0; petal < 160; petal += 1)
    d.ellipse(random.between(0, 1600), random.between(680, 1060), 6, 4, {
      fill: random.pick(['#fdeef0', '#f7cfd2']),
      opacity: 0.9,
    });
  standing(d, 800, 880, 270, visitor(random));
  standing(d, 880, 900, 285, staff(random, '#f9dfe0'));
}

/** A branch against the sky, upright. */
export function branch(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#a9cbd6'],
      [0.6, '#dcebe6'],
      [1, '#fdf1e0'],
    ]),
  });
  d.circle(880, 360, 420, {
    fill: d.radial([
      [0, '#fff3d6', 0.8],
      [1, '#fff3d6', 0],
    ]),
  });
  hills(d, random, 1600, 320, '#b7d0c4');
  blossomBranch(d, random, 60, 1500, 420, -62, 5);
  blossomBranch(d, random, 1260, 300, 260, 160, 3);
  for (let petal = 0; petal < 26; petal += 1)
    flower(
      d,
      random.between(100, 1150),
      random.between(900, 1560),
      random.between(8, 18),
      random.between(0, 72),
    );
}

/** Lit windows over a dark courtyard, upright. */
export function nightShift(d: Drawing, random: Random): void {
  sky(d, 'night', 1250);
  sun(d, 930, 230, 46, '#f5e8bd');
  block(d, random, {
    x: 130,
    y: 1330,
    width: 680,
    height: 1010,
    wall: '#31475a',
    glass: '#1f3345',
    floors: 15,
    bays: 10,
    lit: 0.3,
  });
  block(d, random, {
    x: 760,
    y: 1330,
    width: 360,
    height: 560,
    wall: '#2b4050',
    glass: '#1f3345',
    floors: 8,
    bays: 6,
    lit: 0.45,
  });
  ground(d, 1320, '#24363f', '#121f28');
  d.ellipse(470, 1420, 420, 70, {
    fill: d.radial([
      [0, '#ffdf9a', 0.5],
      [1, '#ffdf9a', 0],
    ]),
  });
  d.rect(380, 1190, 180, 150, { fill: '#ffe3a6' }).rect(360, 1170, 220, 24, { fill: '#e9e2d4' });
  standing(d, 700, 1500, 300, staff(random));
  standing(d, 820, 1510, 310, staff(random, '#f9dfe0'));
}

/** Books, a lamp and a stethoscope, upright. */
export function desk(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#e9dcc4'],
      [1, '#d3bf9c'],
    ]),
  });
  windowPane(d, 150, 150, 520, 620);
  d.rect(0, 1180, 1200, 420, {
    fill: d.linear([
      [0, '#a8754a'],
      [1, '#6b4429'],
    ]),
  });
  const books = [
    ['#3f8f75', 300],
    ['#d97f3e', 270],
    ['#5d7f8c', 320],
    ['#e8bb4b', 250],
    ['#b8352f', 290],
  ] as const;
  for (const [index, [fill, height]] of books.entries()) {
    d.rect(
      120 + index * 74,
      1190 - height,
      64,
      height,
      {
        fill: d.linear(
          [
            [0, mix(fill, '#ffffff', 0.25)],
            [1, fill],
          ],
          0,
        ),
      },
      6,
    ).rect(120 + index * 74, 1190 - height * 0.8, 64, 14, { fill: '#f7e9c8', opacity: 0.8 });
  }
  d.path('M960 1190L960 800L800 640', { stroke: '#35505c', width: 22, cap: 'round' }).ellipse(
    960,
    1196,
    120,
    24,
    { fill: '#35505c' },
  );
  d.polygon(
    [
      [700, 560],
      [860, 520],
      [930, 680],
      [700, 700],
    ],
    { fill: palette.jade },
  ).polygon(
    [
      [700, 700],
      [930, 680],
      [1080, 1180],
      [520, 1180],
    ],
    { fill: '#fff1c4', opacity: 0.4 },
  );
  d.polygon(
    [
      [640, 1240],
      [1000, 1220],
      [1060, 1330],
      [660, 1350],
    ],
    { fill: '#fdfbf5' },
  );
  for (let row = 0; row < 4; row += 1)
    d.line(680, 1256 + row * 22, 1000, 1244 + row * 22, { stroke: '#c3b9a4', width: 5 });
  d.path('M560 1290Q300 1260 360 1400T700 1420Q820 1380 760 1300', {
    stroke: '#2b3740',
    width: 18,
    cap: 'round',
  }).circle(760, 1290, 46, { fill: '#b4c2c8', stroke: '#2b3740', width: 12 });
  potPlant(d, random, 560, 1195, 230);
}

/** Two people talking by a window, upright. */
export function byTheWindow(d: Drawing, random: Random): void {
  d.rect(0, 0, 1200, 1600, {
    fill: d.linear([
      [0, '#eee6d6'],
      [1, '#dccfb8'],
    ]),
  });
  windowPane(d, 140, 160, 920, 820);
  d.rect(0, 1240, 1200, 360, {
    fill: d.linear([
      [0, '#cbb48c'],
      [1, '#a98d63'],
    ]),
  });
  d.rect(160, 1100, 880, 150, { fill: '#8fb9a6' }, 40)
    .rect(140, 1010, 90, 260, { fill: '#7faa97' }, 40)
    .rect(970, 1010, 90, 260, { fill: '#7faa97' }, 40);
  bust(d, 440, 1110, 470, staff(random));
  bust(d, 780, 1115, 450, { ...visitor(random), hair: '#d5d2cd', top: '#b98f72' });
  d.rect(200, 1120, 800, 130, { fill: '#a3cbb8' }, 40);
  potPlant(d, random, 1090, 1420, 420);
}
