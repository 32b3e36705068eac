/** Meetings, training and talks indoors. */
import { mix, palette } from '../palette.ts';
import { bed, screen } from '../pieces/furniture.ts';
import { bust, fromBehind, staff, standing, visitor } from '../pieces/people.ts';
import { room, windowPane } from '../pieces/rooms.ts';
import { banner } from '../pieces/stage.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** People round a large table, papers before them. */
export function meeting(d: Drawing, random: Random, remote = false): void {
  room(d, { wall: remote ? '#c9d6da' : '#e9e1d0', floor: '#b9a480' });
  if (remote) {
    d.rect(450, 250, 700, 300, { fill: '#152c3a' }, 10);
    for (let pane = 0; pane < 4; pane += 1) {
      const [x, y] = [462 + (pane % 2) * 342, 262 + Math.floor(pane / 2) * 142];
      d.rect(x, y, 334, 134, { fill: ['#35606f', '#4b7a6a', '#5f6f8d', '#7a6658'][pane] ?? '#35606f' }, 6);
      if (pane === 3) screen(d, x + 30, y + 16, 274, 102, 4);
      else bust(d, x + 167, y + 130, 92, staff(random));
    }
  } else {
    windowPane(d, 470, 290, 660, 220);
  }
  for (const x of [470, 640, 960, 1130]) bust(d, x, 690, 170, remote ? staff(random) : visitor(random));
  if (!remote) bust(d, 800, 680, 160, staff(random));
  d.polygon(
    [
      [400, 690],
      [1200, 690],
      [1480, 960],
      [120, 960],
    ],
    {
      fill: d.linear([
        [0, '#b98d5c'],
        [1, '#8a5f38'],
      ]),
    },
  );
  d.rect(120, 960, 1360, 40, { fill: '#6b4429' });
  for (let sheet = 0; sheet < 9; sheet += 1) {
    const x = 300 + (sheet % 5) * 230 + random.between(-20, 20);
    d.polygon(
      [
        [x, 760 + Math.floor(sheet / 5) * 90],
        [x + 90, 760 + Math.floor(sheet / 5) * 90],
        [x + 104, 800 + Math.floor(sheet / 5) * 90],
        [x - 6, 800 + Math.floor(sheet / 5) * 90],
      ],
      { fill: '#fdfbf5', opacity: 0.92 },
    );
  }
  for (const x of [330, 800, 1270])
    fromBehind(d, x, 1090, 130, '#2a2421', mix(palette.steel, palette.ink, 0.2));
}

/** A class at a practice dummy. */
export function training(d: Drawing, random: Random): void {
  room(d, { wall: '#e3ebe6', floor: '#c6bd9e' });
  d.rect(480, 290, 330, 190, { fill: '#fdfdfb', stroke: '#b9c7c4', width: 6 }, 6);
  d.path('M560 420L600 420L620 350L650 450L670 400L740 400', { stroke: palette.red, width: 8, cap: 'round' });
  for (const [x, y, h] of [
    [420, 820, 350],
    [560, 790, 330],
    [1010, 790, 330],
    [1150, 820, 350],
    [1270, 860, 380],
  ] as const)
    standing(d, x, y, h, staff(random, random.pick(['#ffffff', '#bfe0d4', '#dcebf1'])));
  bed(d, 560, 930, 500, '#f0c79a');
  d.circle(640, 780, 34, { fill: '#e5b189' }).rect(670, 760, 170, 50, { fill: '#e9b58c' }, 22);
  standing(d, 800, 900, 360, staff(random, '#8fc3ac'));
  d.line(780, 700, 750, 770, { stroke: '#8fc3ac', width: 26, cap: 'round' }).line(820, 700, 770, 775, {
    stroke: '#8fc3ac',
    width: 26,
    cap: 'round',
  });
}

/** A talk in a community room. */
export function communityTalk(d: Drawing, random: Random): void {
  room(d, { wall: '#efe6d2', floor: '#c9a877' });
  banner(d, 430, 280, 740, 74, palette.red, palette.goldPale);
  d.rect(560, 380, 420, 230, { fill: '#fdfdfb' }, 6);
  d.path(
    'M640 520C640 460 710 450 730 500C750 450 820 460 820 520C820 570 730 600 730 600C730 600 640 570 640 520Z',
    { fill: '#e88b7d' },
  );
  for (let row = 0; row < 3; row += 1) d.rect(860, 440 + row * 42, 90, 14, { fill: palette.jadeLight }, 7);
  standing(d, 1080, 790, 380, staff(random));
  for (let row = 0; row < 2; row += 1) {
    for (let seat = 0; seat < 6 - row; seat += 1)
      fromBehind(
        d,
        180 + seat * (250 + row * 60),
        960 + row * 150,
        92 + row * 26,
        random.pick(['#c9c6c1', '#a9a5a0', '#3a2c25']),
        random.pick(['#7b98a8', '#b98f72', '#6d8f7d', '#a77f86', '#5e7488']),
      );
  }
}

/** Giving blood: the drop, the chair, the heart. */
export function bloodDonation(d: Drawing, random: Random): void {
  room(d, { wall: '#f0e4de', floor: '#d6c3ab' });
  windowPane(d, 470, 290, 660, 200);
  d.path('M1290 330Q1400 500 1290 560Q1180 500 1290 330Z', {
    fill: d.linear([
      [0, '#e4655c'],
      [1, '#a8302a'],
    ]),
  }).ellipse(1262, 480, 18, 40, { fill: '#ffffff', opacity: 0.35 });
  for (const x of [260, 720]) {
    d.path(
      `M${x} 900Q${x + 30} 720 ${x + 60} 660L${x + 130} 650L${x + 170} 790L${x + 360} 800L${x + 400} 900L${x + 360} 905L${x + 340} 850L${x + 70} 850L${x + 60} 905Z`,
      {
        fill: d.linear([
          [0, '#d98a7f'],
          [1, '#a8554c'],
        ]),
      },
    );
    bust(d, x + 150, 790, 190, visitor(random));
    d.path(`M${x + 200} 760Q${x + 300} 820 ${x + 330} 940`, { stroke: '#b8352f', width: 6 });
    d.rect(x + 300, 930, 70, 46, { fill: '#b8352f', opacity: 0.85 }, 12);
  }
  standing(d, 640, 960, 420, staff(random, '#f9dfe0'));
  standing(d, 1180, 960, 430, staff(random));
}
