/** The pharmacies: shelves, drawers of herbs, a mill. */
import { mix, palette } from '../palette.ts';
import { counter } from '../pieces/furniture.ts';
import { staff, standing } from '../pieces/people.ts';
import { room } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

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
