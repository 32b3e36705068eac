/** Laboratory, pharmacy, imaging and machine room. */
import { mix, palette } from '../palette.ts';
import { staff, standing } from '../pieces/people.ts';
import { counter, room, screen } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** Sample tubes on the conveyor of an automated line. */
export function assemblyLine(d: Drawing, random: Random): void {
  room(d, { wall: '#e2ebea', floor: '#bfcfce' });
  for (let unit = 0; unit < 4; unit += 1) {
    const x = 130 + unit * 360;
    d.rect(
      x,
      400,
      300,
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
      16,
    );
    d.rect(x + 30, 430, 240, 120, { fill: mix('#274b57', palette.lake, 0.3) }, 10);
    d.path(`M${x + 60} 430L${x + 110} 430L${x + 60} 550L${x + 30} 550L${x + 30} 500Z`, {
      fill: '#ffffff',
      opacity: 0.14,
    });
    d.rect(x + 40, 590, 90, 16, { fill: palette.jade }, 8).circle(x + 240, 598, 12, {
      fill: palette.apricot,
    });
  }
  d.polygon(
    [
      [0, 740],
      [1600, 740],
      [1600, 850],
      [0, 850],
    ],
    {
      fill: d.linear([
        [0, '#5f7580'],
        [1, '#3c505a'],
      ]),
    },
  );
  d.rect(0, 740, 1600, 10, { fill: '#dfe7e8' }).rect(0, 842, 1600, 10, { fill: '#aab9be' });
  for (let tube = 0; tube < 19; tube += 1) tubeAt(d, 50 + tube * 84, 790, random);
  standing(d, 1290, 1050, 560, { ...staff(random), mask: true });
}

function tubeAt(d: Drawing, x: number, y: number, random: Random): void {
  const cap = random.pick(['#b8352f', '#7a5aa6', '#e8bb4b', '#3f8f75', '#5d9fc4']);
  d.rect(x - 22, y + 6, 44, 34, { fill: '#e6ecec' }, 6);
  d.rect(x - 11, y - 70, 22, 92, { fill: '#f4f7f6', opacity: 0.95 }, 10).rect(
    x - 11,
    y - 30,
    22,
    52,
    { fill: '#a8433b', opacity: 0.8 },
    10,
  );
  d.rect(x - 14, y - 88, 28, 28, { fill: cap }, 6);
}

/** A microscope among flasks on a bench. */
export function bench(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#dbe9ea'],
      [0.7, '#eef3ee'],
      [1, '#f7efe0'],
    ]),
  });
  for (let spot = 0; spot < 16; spot += 1)
    d.circle(random.between(0, 1600), random.between(0, 600), random.between(30, 120), {
      fill: '#ffffff',
      opacity: 0.25,
    });
  d.rect(0, 800, 1600, 267, {
    fill: d.linear([
      [0, '#f5f1e8'],
      [1, '#d6cbb6'],
    ]),
  });
  d.at({ x: 640, y: 830, scale: 1.25 }, () => {
    d.ellipse(0, 6, 190, 26, { fill: palette.ink, opacity: 0.16 });
    d.path('M-130 0Q-130 -50 -60 -50L110 -50Q150 -50 150 0Z', { fill: '#35505c' });
    d.path('M90 -50Q170 -190 70 -330', { stroke: '#6f8a96', width: 58, cap: 'round' });
    d.path('M90 -50Q170 -190 70 -330', { stroke: '#a9bec6', width: 12, cap: 'round' });
    d.rect(-120, -170, 200, 22, { fill: '#35505c' }, 6).rect(-90, -178, 90, 8, { fill: '#bfe0ea' });
    d.at({ x: -10, y: -300, turn: -24 }, () => {
      d.rect(
        -30,
        -150,
        60,
        250,
        {
          fill: d.linear(
            [
              [0, '#dfe6e6'],
              [0.4, '#ffffff'],
              [1, '#b4c2c6'],
            ],
            0,
          ),
        },
        10,
      );
      d.rect(-24, -210, 48, 66, { fill: '#2b3740' }, 8).rect(-22, 100, 44, 34, { fill: '#8e9ea4' }, 6);
    });
  });
  flask(d, 1090, 850, 1.5, '#7fc2ad');
  flask(d, 1280, 860, 1.1, '#f0b77c');
  flask(d, 260, 860, 1.2, '#8fbfd6');
  for (let tube = 0; tube < 5; tube += 1) {
    d.rect(1370 + tube * 38, 700, 22, 130, { fill: '#ffffff', opacity: 0.85 }, 10).rect(
      1370 + tube * 38,
      770,
      22,
      60,
      { fill: ['#e59aa6', '#8fc3ac', '#f6dd97', '#9cc3df', '#d9a6c9'][tube] ?? '#fff' },
      10,
    );
  }
  d.rect(1355, 810, 210, 34, { fill: palette.wood }, 6);
}

function flask(d: Drawing, x: number, y: number, scale: number, liquid: string): void {
  d.at({ x, y, scale }, () => {
    d.ellipse(0, 2, 84, 12, { fill: palette.ink, opacity: 0.14 });
    d.path('M-20 -190L-20 -120L-78 -20Q-86 0 -62 0L62 0Q86 0 78 -20L20 -120L20 -190Z', {
      fill: '#ffffff',
      opacity: 0.75,
    });
    d.path('M-46 -74L-78 -20Q-86 0 -62 0L62 0Q86 0 78 -20L46 -74Z', { fill: liquid, opacity: 0.85 });
    d.ellipse(0, -74, 46, 9, { fill: mix(liquid, '#ffffff', 0.4) }).rect(
      -26,
      -198,
      52,
      12,
      { fill: '#eef4f4' },
      6,
    );
    d.path('M-40 -60L-62 -20', { stroke: '#ffffff', width: 6, opacity: 0.7, cap: 'round' });
  });
}

/** Shelves of boxes behind the pharmacy's counter. */
export function pharmacy(d: Drawing, random: Random): void {
  room(d, { wall: '#ece6d8', floor: '#cbbd9f', far: { x: 160, y: 120, width: 1280, height: 560 }, lamps: 1 });
  for (let shelf = 0; shelf < 5; shelf += 1) {
    const y = 230 + shelf * 100;
    d.rect(190, y, 1220, 12, { fill: '#b99a6f' });
    for (let x = 200; x < 1380; ) {
      const wide = random.between(26, 70);
      const height = random.between(44, 80);
      const fill = random.pick(['#f4f1ea', '#bcd9e2', '#cfe5da', '#f6dd97', '#f7cfd2', '#fbe0c8', '#9fc3b6']);
      d.rect(x, y - height, wide, height, { fill }, 3).rect(x, y - height * 0.6, wide, height * 0.18, {
        fill: random.pick(['#3f8f75', '#5d7f8c', '#d97f3e', '#b8352f']),
        opacity: 0.75,
      });
      x += wide + random.between(3, 12);
    }
  }
  standing(d, 560, 960, 520, staff(random));
  standing(d, 1040, 950, 510, staff(random));
  counter(d, 120, 1040, 1360, 210, palette.jadeDeep);
}

/** The drawers of a herbal pharmacy, with scales and bowls before them. */
export function herbCabinet(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#8d5f3c'],
      [1, '#6b4429'],
    ]),
  });
  for (let row = 0; row < 6; row += 1) {
    for (let column = 0; column < 11; column += 1) {
      const [x, y] = [20 + column * 142, 20 + row * 128];
      const fill = mix('#a8754a', '#c08f5f', random.between(0, 1));
      d.rect(x, y, 132, 118, { fill: mix(fill, '#3a2213', 0.35) }, 6).rect(
        x + 5,
        y + 4,
        122,
        108,
        {
          fill: d.linear([
            [0, mix(fill, '#ffffff', 0.12)],
            [1, fill],
          ]),
        },
        5,
      );
      d.rect(x + 34, y + 22, 64, 30, { fill: '#f1e3c6' }, 4);
      d.path(`M${x + 50} ${y + 72}A16 16 0 0 0 ${x + 82} ${y + 72}`, {
        stroke: palette.gold,
        width: 6,
        cap: 'round',
      });
    }
  }
  d.rect(0, 800, 1600, 267, {
    fill: d.linear([
      [0, '#e3c79b'],
      [1, '#b98d5c'],
    ]),
  });
  const herbs = ['#b5543a', '#cfa14a', '#7d8f4e', '#8c5a3c', '#d8c08a'] as const;
  for (const [index, fill] of herbs.entries()) bowl(d, random, 190 + index * 300, 930, fill);
}

/** Herbs in bowls and a boat-shaped mill. */
export function herbs(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.radial(
      [
        [0, '#f3e3c4'],
        [1, '#c9a877'],
      ],
      [0.45, 0.35],
      0.85,
    ),
  });
  for (let line = 0; line < 14; line += 1)
    d.line(0, line * 80 + 20, 1600, line * 80 + random.between(0, 40), {
      stroke: '#a98655',
      width: 3,
      opacity: 0.2,
    });
  d.at({ x: 820, y: 560 }, () => {
    d.ellipse(0, 150, 420, 40, { fill: palette.ink, opacity: 0.2 });
    d.path('M-430 0Q-330 160 0 170Q330 160 430 0Q300 60 0 64Q-300 60 -430 0Z', {
      fill: d.linear([
        [0, '#6f7a7d'],
        [1, '#30393c'],
      ]),
    });
    d.path('M-380 22Q0 110 380 22', { stroke: '#9ba6a8', width: 8, cap: 'round' });
    d.circle(20, -60, 130, {
      fill: d.radial([
        [0, '#aab3b5'],
        [0.7, '#6d787b'],
        [1, '#454f52'],
      ]),
    }).circle(20, -60, 26, { fill: '#8a6240' });
    d.rect(-150, -76, 340, 30, { fill: '#8a6240' }, 15);
  });
  const colours = ['#b5543a', '#cfa14a', '#7d8f4e', '#8c5a3c'] as const;
  const places = [
    [250, 300],
    [330, 840],
    [1290, 270],
    [1340, 850],
  ] as const;
  for (const [index, [x, y]] of places.entries()) bowl(d, random, x, y, colours[index] ?? '#b5543a', 1.5);
}

function bowl(d: Drawing, random: Random, x: number, y: number, herb: string, scale = 1): void {
  d.at({ x, y, scale }, () => {
    d.ellipse(0, 60, 110, 18, { fill: palette.ink, opacity: 0.2 });
    d.path('M-112 -20Q-100 64 0 66Q100 64 112 -20Z', {
      fill: d.linear(
        [
          [0, '#ffffff'],
          [1, '#cfd6d2'],
        ],
        10,
      ),
    });
    d.path('M-104 8Q0 44 104 8', { stroke: palette.lake, width: 6 });
    d.ellipse(0, -20, 112, 30, { fill: '#eef1ee' }).ellipse(0, -20, 98, 24, {
      fill: mix(herb, '#2a1a10', 0.3),
    });
    for (let piece = 0; piece < 46; piece += 1) {
      const angle = random.between(0, Math.PI * 2);
      const reach = Math.sqrt(random.between(0, 1));
      d.ellipse(
        Math.cos(angle) * reach * 88,
        -26 + Math.sin(angle) * reach * 18 - (1 - reach) * 18,
        random.between(8, 18),
        random.between(4, 8),
        { fill: mix(herb, random.chance(0.5) ? '#ffffff' : '#3a2213', 0.25) },
      );
    }
  });
}

/** A ring-shaped scanner with its table; wide bore for magnetic resonance. */
export function scanner(d: Drawing, random: Random, kind: 'ct' | 'mr'): void {
  room(d, { wall: kind === 'ct' ? '#dfe8ea' : '#e6e3ee', floor: '#c3cdd2' });
  d.circle(800, 300, 520, {
    fill: d.radial([
      [0, kind === 'ct' ? '#bfe6ea' : '#cfd4f2', 0.7],
      [1, '#ffffff', 0],
    ]),
  });
  d.ellipse(800, 880, 470, 40, { fill: palette.ink, opacity: 0.16 });
  d.rect(
    430,
    330,
    740,
    540,
    {
      fill: d.linear(
        [
          [0, '#ffffff'],
          [1, '#ccd6da'],
        ],
        25,
      ),
    },
    kind === 'ct' ? 250 : 120,
  );
  d.circle(800, 590, kind === 'ct' ? 190 : 160, { fill: '#b9c8ce' }).circle(
    800,
    590,
    kind === 'ct' ? 165 : 132,
    {
      fill: d.radial([
        [0, '#0f2a36'],
        [0.75, '#24505e'],
        [1, '#7fb6c4'],
      ]),
    },
  );
  d.circle(800, 590, kind === 'ct' ? 178 : 146, {
    stroke: kind === 'ct' ? palette.jadeLight : '#a9a5de',
    width: 7,
  });
  d.path('M690 640L910 640L1010 960L590 960Z', {
    fill: d.linear([
      [0, '#8fb0ba'],
      [1, '#e6eef0'],
    ]),
  });
  d.path('M715 640L885 640L930 800L670 800Z', { fill: '#f7fafa' });
  d.rect(650, 950, 300, 60, { fill: '#b4c2c8' }, 12);
  standing(d, 320, 960, 470, staff(random));
  if (kind === 'ct') screen(d, 1270, 420, 200, 130, 3);
}

/** Racks of servers with their lights. */
export function serverRoom(d: Drawing, random: Random): void {
  room(d, { wall: '#22384a', floor: '#1a2c3a', far: { x: 640, y: 300, width: 320, height: 330 }, lamps: 5 });
  for (let rack = 0; rack < 4; rack += 1) {
    const near = [0.22, 0.42, 0.7, 1.08][rack] ?? 1;
    const x = 640 - near * 560;
    const [top, low] = [300 - near * 230, 630 + near * 350];
    const wide = 70 + near * 100;
    for (const side of [0, 1]) {
      const at = (value: number) => (side === 0 ? value : 1600 - value);
      d.polygon(
        [
          [at(x), top],
          [at(x + wide), top + wide * 0.42],
          [at(x + wide), low - wide * 0.62],
          [at(x), low],
        ],
        {
          fill: d.linear(
            [
              [0, '#35566b'],
              [1, '#14232f'],
            ],
            side === 0 ? 0 : 180,
          ),
        },
      );
      for (let row = 0; row < 15; row += 1) {
        const y = top + 30 + ((low - top - 60) / 15) * (row + 0.4);
        for (let light = 0; light < 4; light += 1) {
          const lx = at(x + 14 + (wide - 26) * (light / 4));
          d.rect(
            lx,
            y + wide * 0.1 * (light / 4),
            5 + near * 5,
            3 + near * 3,
            { fill: random.pick(['#6fe0b0', '#6fe0b0', '#8fd0ea', '#ffc46b', '#2f4d5f']) },
            2,
          );
        }
      }
    }
  }
  standing(d, 810, 760, 290, { ...staff(random, '#c9dbe4'), legs: '#2b3740' });
}

/** A wall of charts in the command room. */
export function commandWall(d: Drawing, random: Random): void {
  d.rect(0, 0, 1600, 1067, {
    fill: d.linear([
      [0, '#0f2536'],
      [1, '#1b3a4c'],
    ]),
  });
  d.rect(110, 90, 1380, 560, { fill: '#0a1c28' }, 14);
  for (let panel = 0; panel < 6; panel += 1) {
    const [x, y] = [140 + (panel % 3) * 450, 120 + Math.floor(panel / 3) * 262];
    d.rect(x, y, 420, 240, { fill: '#13384a' }, 8);
    if (panel % 3 === 0) screen(d, x + 14, y + 14, 392, 212, panel);
    if (panel % 3 === 1) {
      for (let bar = 0; bar < 11; bar += 1) {
        const height = random.between(40, 180);
        d.rect(
          x + 26 + bar * 34,
          y + 220 - height,
          22,
          height,
          { fill: bar % 3 === 0 ? palette.apricot : palette.jadeLight },
          3,
        );
      }
    }
    if (panel % 3 === 2) {
      d.circle(x + 130, y + 120, 84, { stroke: '#2f6f7f', width: 30 });
      d.path(`M${x + 130} ${y + 36}A84 84 0 1 1 ${x + 52} ${y + 152}`, { stroke: palette.gold, width: 30 });
      for (let row = 0; row < 5; row += 1)
        d.rect(x + 250, y + 40 + row * 36, random.between(60, 150), 14, { fill: '#8fd0ea', opacity: 0.8 }, 7);
    }
  }
  d.rect(0, 860, 1600, 207, {
    fill: d.linear([
      [0, '#5d7684'],
      [1, '#2b414e'],
    ]),
  });
  for (const x of [330, 640, 960, 1270]) {
    d.ellipse(x, 760, 46, 54, { fill: palette.ink });
    d.path(`M${x - 100} 880Q${x - 90} 810 ${x} 806Q${x + 90} 810 ${x + 100} 880Z`, { fill: '#e9eef0' });
  }
}
