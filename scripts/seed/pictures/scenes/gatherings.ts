/** Meetings, training, and work outside the hospital. */
import { mix, palette } from '../palette.ts';
import { block } from '../pieces/buildings.ts';
import { clouds, ground, hills, sky, spruce, sun, tree } from '../pieces/nature.ts';
import { bust, fromBehind, staff, standing, visitor } from '../pieces/people.ts';
import { bed, room, screen, windowPane } from '../pieces/rooms.ts';
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

/** Tents on a square: free consultations. */
export function squareClinic(d: Drawing, random: Random): void {
  sky(d, 'noon', 560);
  sun(d, 1320, 170, 40, '#ffe3a8');
  clouds(d, random, 5, 60, 240);
  for (let index = 0; index < 6; index += 1)
    block(d, random, {
      x: -40 + index * 290,
      y: 570,
      width: 260,
      height: random.between(170, 330),
      wall: random.pick(['#dfe3dd', '#e6dccb', '#d3dde2'] as const),
      glass: '#9fbecb',
      floors: 6,
      bays: 7,
    });
  ground(d, 568, '#d9d2bf', '#bdb39a');
  for (let index = 0; index < 5; index += 1) tree(d, random, 60 + index * 380, 600, 170, '#69a37f');
  const roofs = [palette.jade, palette.apricot, palette.lake] as const;
  for (const [index, fill] of roofs.entries()) {
    const x = 120 + index * 480;
    d.polygon(
      [
        [x - 30, 560],
        [x + 200, 440],
        [x + 430, 560],
      ],
      { fill },
    ).polygon(
      [
        [x + 200, 440],
        [x + 430, 560],
        [x + 250, 560],
      ],
      { fill: palette.ink, opacity: 0.1 },
    );
    for (let edge = 0; edge < 8; edge += 1)
      d.path(`M${x - 30 + edge * 57.5} 560a28.7 26 0 0 0 57.5 0Z`, {
        fill: edge % 2 === 0 ? '#ffffff' : fill,
      });
    d.rect(x - 14, 560, 10, 300, { fill: '#9aa5a6' }).rect(x + 406, 560, 10, 300, { fill: '#9aa5a6' });
    for (const seat of [90, 220, 340]) bust(d, x + seat, 772, 140, staff(random));
    d.rect(x, 770, 400, 110, { fill: '#fdfbf5' }).rect(x, 770, 400, 16, { fill });
    for (const seat of [60, 190, 310]) d.rect(x + seat, 754, 60, 14, { fill: '#cfe5da' }, 4);
  }
  for (let index = 0; index < 9; index += 1)
    standing(
      d,
      120 + index * 175 + random.between(-30, 30),
      960 + random.between(0, 80),
      330 + random.between(-20, 30),
      visitor(random),
    );
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

/** A party day: red banner, volunteers in red vests. */
export function volunteers(d: Drawing, random: Random): void {
  sky(d, 'morning', 640);
  clouds(d, random, 4, 60, 260);
  block(d, random, {
    x: 240,
    y: 660,
    width: 1120,
    height: 400,
    wall: '#eee5d4',
    glass: '#8fb6c1',
    floors: 6,
    bays: 20,
    bands: true,
  });
  ground(d, 655, '#d6d0bd', '#b7ad95');
  for (const x of [90, 210, 1390, 1520]) tree(d, random, x, 720, 300, '#5b9b71');
  banner(d, 380, 560, 840, 100, palette.red, palette.goldPale);
  for (let row = 0; row < 2; row += 1) {
    for (let index = 0; index < 9 - row; index += 1) {
      const [x, y, h] = [340 + row * 60 + index * 116, 860 + row * 120, 330 + row * 50];
      const look = staff(random, random.chance(0.6) ? '#c23a33' : '#fdfdfb');
      standing(d, x, y, h, look);
    }
  }
  d.path('M1440 900L1440 420L1580 460L1440 520', { fill: palette.red });
  d.rect(1434, 410, 10, 560, { fill: '#c9a24b' });
}

/** An exercise: ambulance, stretcher, orange vests. */
export function drill(d: Drawing, random: Random): void {
  sky(d, 'noon', 600);
  clouds(d, random, 5, 60, 260);
  block(d, random, {
    x: 980,
    y: 620,
    width: 560,
    height: 420,
    wall: '#ece5d7',
    glass: '#86adba',
    floors: 6,
    bays: 10,
  });
  hills(d, random, 610, 140, '#a9c6b5');
  ground(d, 605, '#c6c7c0', '#9fa19b');
  ambulance(d, 330, 860, 1.25);
  for (const [x, y, h] of [
    [860, 930, 380],
    [1180, 930, 385],
    [1330, 900, 360],
  ] as const)
    standing(d, x, y, h, { ...staff(random, '#f08a3c'), legs: '#3d4a55' });
  bed(d, 900, 980, 260, '#f0a868');
  d.circle(200, 960, 70, { stroke: '#f7f3ea', width: 12 });
  for (const x of [120, 700, 1470])
    d.polygon(
      [
        [x, 1000],
        [x + 44, 1000],
        [x + 22, 920],
      ],
      { fill: '#e8743c' },
    ).rect(x + 10, 962, 24, 10, { fill: '#ffffff' });
}

function ambulance(d: Drawing, x: number, y: number, scale: number): void {
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

/** A walk along the lake in bright shirts. */
export function walk(d: Drawing, random: Random): void {
  sky(d, 'morning', 470);
  sun(d, 1180, 250, 50, '#ffd9a0');
  clouds(d, random, 5, 60, 220);
  hills(d, random, 480, 200, '#a5c7ba');
  d.rect(0, 475, 1600, 170, {
    fill: d.linear([
      [0, '#bfdce0'],
      [1, '#7fb0bd'],
    ]),
  });
  ground(d, 640, '#a8c38b', '#7fa36c');
  d.path('M0 860Q800 640 1600 760L1600 980Q800 800 0 1067Z', {
    fill: d.linear([
      [0, '#d98f6a'],
      [1, '#b86a4a'],
    ]),
  });
  d.path('M0 962Q800 720 1600 868', { stroke: '#ffffff', width: 5, dash: '40 30', opacity: 0.8 });
  for (const [x, y, h] of [
    [90, 660, 300],
    [330, 650, 220],
    [1320, 655, 240],
    [1500, 670, 330],
  ] as const)
    tree(d, random, x, y, h, '#5b9b71');
  for (let index = 0; index < 12; index += 1) {
    const x = 150 + index * 112;
    const y = 925 - Math.sin(((x - 0) / 1600) * Math.PI) * 105 + random.between(-16, 30);
    standing(d, x, y, 250 + random.between(-20, 20), {
      ...visitor(random),
      top: random.pick(['#f0a868', '#3f8f75', '#ffffff', '#e4655c', '#f6c667']),
    });
  }
}

/** A bus on a mountain road: help for the villages. */
export function mountainRoad(d: Drawing, random: Random): void {
  sky(d, 'morning', 700);
  sun(d, 380, 210, 46, '#ffdca6');
  hills(d, random, 620, 420, '#a9c3c4');
  hills(d, random, 720, 380, '#86ac9c');
  hills(d, random, 860, 330, '#5f9279');
  ground(d, 850, '#6f9c6d', '#4f7d58');
  d.path(
    'M-20 1067Q500 980 700 880T1120 760Q1260 720 1130 690Q1000 660 1190 610L1210 622Q1060 664 1180 692Q1340 740 1180 800Q820 900 620 1067Z',
    {
      fill: d.linear([
        [0, '#cdbfa6'],
        [1, '#a79a83'],
      ]),
    },
  );
  for (let index = 0; index < 26; index += 1) {
    const y = random.between(800, 1050);
    const x = random.chance(0.5) ? random.between(0, 330) : random.between(1000, 1600);
    spruce(d, x, y, 90 + (y - 780) * 0.6, '#2f6d5a');
  }
  d.at({ x: 760, y: 905, scale: 0.72, turn: -12 }, () => {
    d.rect(
      -170,
      -150,
      340,
      130,
      {
        fill: d.linear([
          [0, '#ffffff'],
          [1, '#dde4e2'],
        ]),
      },
      18,
    );
    for (let pane = 0; pane < 5; pane += 1) d.rect(-150 + pane * 62, -134, 50, 44, { fill: '#86adba' }, 6);
    d.rect(-170, -74, 340, 18, { fill: palette.jade });
    for (const wheel of [-100, 100])
      d.circle(wheel, -18, 30, { fill: '#2b3740' }).circle(wheel, -18, 13, { fill: '#aebbc0' });
  });
}

/** Colleagues of a department in two rows. */
export function groupPortrait(d: Drawing, random: Random): void {
  sky(d, 'noon', 700);
  block(d, random, {
    x: 120,
    y: 720,
    width: 1360,
    height: 560,
    wall: '#efe6d6',
    glass: '#9cc0cb',
    floors: 7,
    bays: 22,
    bands: true,
  });
  ground(d, 715, '#cfd8c2', '#aebd98');
  for (const x of [60, 1540]) tree(d, random, x, 800, 460, '#5b9b71');
  for (let row = 0; row < 2; row += 1) {
    const count = 10 - row;
    for (let index = 0; index < count; index += 1)
      standing(
        d,
        800 + (index - (count - 1) / 2) * 124,
        870 + row * 110,
        380 + row * 40,
        staff(random, random.pick(['#ffffff', '#ffffff', '#f9dfe0', '#dcecf2'])),
      );
  }
}
