/** Ceremonies on a stage. */
import { mix, palette } from '../palette.ts';
import { staff, standing, visitor } from '../pieces/people.ts';
import { audience, banner, flowers, lectern, spotlights, stage } from '../pieces/stage.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

const suit = (random: Random) => ({
  ...visitor(random),
  top: random.pick(['#34424f', '#3c4a63', '#4a4540'] as const),
  under: '#f3f4f4',
  legs: '#2b343d',
});

/** The unveiling of a plaque under a red cloth. */
export function unveiling(d: Drawing, random: Random): void {
  const boards = stage(d, palette.red);
  banner(d, 300, 170, 1000, 110, palette.redDeep, palette.goldPale);
  spotlights(d, [560, 800, 1040]);
  d.rect(
    690,
    400,
    220,
    200,
    {
      fill: d.linear(
        [
          [0, '#f6dd97'],
          [1, '#c6963a'],
        ],
        20,
      ),
    },
    8,
  );
  d.rect(712, 424, 176, 150, { stroke: '#a87a28', width: 4 }, 4);
  for (let row = 0; row < 3; row += 1)
    d.rect(736, 450 + row * 38, 128, 12, { fill: '#a87a28', opacity: 0.7 }, 6);
  d.path('M676 392Q800 350 924 392L930 460Q880 400 800 420Q720 400 660 520Z', {
    fill: d.linear([
      [0, '#e04b42'],
      [1, '#a52a25'],
    ]),
  });
  d.rect(790, 600, 20, 120, { fill: '#8f6640' });
  for (const x of [400, 520, 640]) standing(d, x, boards, 300, suit(random));
  for (const x of [965, 1085, 1205]) standing(d, x, boards, 300, suit(random));
  flowers(d, random, 745);
  audience(d, random, 3, 900);
}

/** Two sides signing at a long table. */
export function signing(d: Drawing, random: Random): void {
  const boards = stage(d, '#2f6f8c');
  banner(d, 300, 160, 1000, 120, '#1f4f68', '#e6f0f2');
  spotlights(d, [500, 800, 1100]);
  for (let index = 0; index < 7; index += 1) standing(d, 440 + index * 120, boards - 40, 280, suit(random));
  d.polygon(
    [
      [330, 620],
      [1270, 620],
      [1320, 740],
      [280, 740],
    ],
    {
      fill: d.linear([
        [0, '#3f8f75'],
        [1, '#1f5c4c'],
      ]),
    },
  );
  for (const x of [600, 1000]) {
    d.rect(x - 50, 604, 100, 18, { fill: '#b8352f' }, 3).rect(x - 44, 600, 88, 10, { fill: '#fdfbf5' });
  }
  for (const [x, fill] of [
    [785, palette.red],
    [815, '#2f6f8c'],
  ] as const) {
    d.rect(x, 540, 3, 80, { fill: '#d8c9a5' }).polygon(
      [
        [x, 540],
        [x + (x < 800 ? -44 : 44), 552],
        [x, 572],
      ],
      { fill },
    );
  }
  flowers(d, random, 745);
  audience(d, random, 3, 910);
}

/** Awards: a row of people with flowers and certificates. */
export function awards(d: Drawing, random: Random): void {
  const boards = stage(d, '#a8322c', '#7d2320');
  d.circle(800, 330, 150, { stroke: palette.gold, width: 14 }).path(
    'M800 230L828 300L902 304L844 350L864 422L800 382L736 422L756 350L698 304L772 300Z',
    { fill: palette.gold },
  );
  spotlights(d, [400, 640, 960, 1200]);
  for (let index = 0; index < 8; index += 1) {
    const x = 380 + index * 120;
    standing(d, x, boards, 300, staff(random));
    d.rect(
      x - 32,
      boards - 178,
      64,
      44,
      { fill: index % 2 === 0 ? palette.red : '#fdfbf5', stroke: palette.gold, width: 4 },
      3,
    );
    if (index % 2 === 1)
      d.circle(x, boards - 170, 24, { fill: '#e59aa6' })
        .circle(x + 16, boards - 182, 16, { fill: '#f6dd97' })
        .circle(x - 16, boards - 180, 17, { fill: '#f0a868' });
  }
  for (let dot = 0; dot < 150; dot += 1)
    d.circle(random.between(180, 1420), random.between(60, 640), random.between(2, 5), {
      fill: random.pick(['#f6dd97', '#e8bb4b', '#f7cfd2']),
      opacity: 0.7,
    });
  flowers(d, random, 745);
  audience(d, random, 3, 910);
}

/** A hall of learning: screen, speaker, full rows. */
export function conference(d: Drawing, random: Random, kind: 'conference' | 'lecture'): void {
  const boards = stage(d, kind === 'conference' ? '#2b5d7a' : '#3f8f75');
  d.rect(430, 160, 740, 400, { fill: '#f4f7f6' }, 8);
  if (kind === 'conference') {
    for (let bar = 0; bar < 7; bar += 1) {
      const height = random.between(60, 220);
      d.rect(
        500 + bar * 54,
        490 - height,
        34,
        height,
        { fill: [palette.jadeLight, palette.apricot, palette.lake][bar % 3] ?? palette.lake },
        4,
      );
    }
    d.path('M900 420Q950 300 1000 380T1120 260', { stroke: palette.red, width: 8, cap: 'round' });
  } else {
    d.path(
      'M620 360C620 280 720 270 760 340C800 270 900 280 900 360C900 440 760 500 760 500C760 500 620 440 620 360Z',
      { fill: '#e88b7d' },
    );
    d.path('M640 370L710 370L735 320L770 420L800 350L820 370L1080 370', {
      stroke: '#ffffff',
      width: 10,
      cap: 'round',
    });
    for (let row = 0; row < 3; row += 1)
      d.rect(960, 220 + row * 44, random.between(90, 160), 16, { fill: palette.jadeLight }, 8);
  }
  spotlights(d, [300]);
  standing(d, 300, boards - 10, 300, kind === 'conference' ? suit(random) : staff(random));
  lectern(d, 330, boards + 6, 170);
  flowers(d, random, 745);
  audience(d, random, 3, 890);
}

/** Candles and nurses' caps. */
export function candles(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#1c2e42'],
      [1, '#4b3a44'],
    ]),
  });
  d.circle(800, 620, 760, {
    fill: d.radial([
      [0, '#ffcf86', 0.42],
      [1, '#ffcf86', 0],
    ]),
  });
  for (let row = 0; row < 3; row += 1) {
    const height = 330 + row * 80;
    const count = 9 - row;
    for (let index = 0; index < count; index += 1) {
      const x = 800 + (index - (count - 1) / 2) * (150 + row * 34);
      const y = 760 + row * 130;
      standing(d, x, y, height, {
        ...staff(random, mix('#f7dfe0', '#4b3a44', 0.25 - row * 0.1)),
        longHair: false,
        cap: '#ffffff',
      });
      const [cx, cy] = [x, y - height * 0.52];
      d.circle(cx, cy - 22, 70, {
        fill: d.radial([
          [0, '#ffe3a0', 0.85],
          [1, '#ffe3a0', 0],
        ]),
      });
      d.rect(cx - 5, cy - 8, 10, 40, { fill: '#fdf6e6' }, 3).path(
        `M${cx} ${cy - 38}Q${cx + 13} ${cy - 16} ${cx} ${cy - 8}Q${cx - 13} ${cy - 16} ${cx} ${cy - 38}Z`,
        { fill: '#ffc65a' },
      );
    }
  }
}

/** An oath in white coats before a tree in blossom colours. */
export function oath(d: Drawing, random: Random): void {
  const boards = stage(d, '#3f8f75', '#1f5c4c');
  d.circle(800, 380, 230, { fill: '#ffffff', opacity: 0.16 });
  d.rect(776, 250, 48, 260, { fill: '#ffffff', opacity: 0.85 }, 20);
  d.path('M800 270Q870 310 800 350Q730 390 800 430Q860 465 800 500', {
    stroke: palette.gold,
    width: 16,
    cap: 'round',
  });
  d.path('M640 300Q720 230 800 290Q880 230 960 300Q880 290 800 320Q720 290 640 300Z', {
    fill: '#ffffff',
    opacity: 0.9,
  });
  spotlights(d, [450, 800, 1150]);
  for (let row = 0; row < 2; row += 1) {
    for (let index = 0; index < 9; index += 1) {
      const [x, height] = [350 + index * 115 - row * 20, 270 + row * 40];
      const y = boards - 40 + row * 60;
      const look = staff(random);
      standing(d, x, y, height, look);
      d.line(x + height * 0.12, y - height * 0.7, x + height * 0.17, y - height * 0.95, {
        stroke: '#eef1f0',
        width: height * 0.055,
        cap: 'round',
      });
      d.circle(x + height * 0.175, y - height * 0.99, height * 0.03, { fill: look.skin });
    }
  }
  audience(d, random, 2, 950);
}
