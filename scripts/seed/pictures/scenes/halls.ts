/** Public rooms: hall, corridor, nurses' station, waiting area, self-service. */
import { mix, palette } from '../palette.ts';
import { counter, screen } from '../pieces/furniture.ts';
import { potPlant } from '../pieces/nature.ts';
import { bust, staff, standing, visitor } from '../pieces/people.ts';
import { room, windowPane } from '../pieces/rooms.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** A high hall with a curved counter and daylight. */
export function hall(d: Drawing, random: Random): void {
  room(d, { wall: '#e9e2d3', floor: '#cdbfa6', far: { x: 300, y: 200, width: 1000, height: 480 }, lamps: 4 });
  windowPane(d, 380, 240, 840, 230);
  for (const x of [60, 1400]) {
    d.rect(x, 0, 130, 1000, {
      fill: d.linear(
        [
          [0, '#d8cdb8'],
          [0.4, '#fbf7ee'],
          [1, '#cdc1ab'],
        ],
        0,
      ),
    });
  }
  counter(d, 520, 720, 560, 130, palette.jade);
  for (const x of [620, 800, 980]) bust(d, x, 592, 120, staff(random));
  for (const [x, y, height] of [
    [330, 860, 290],
    [1220, 900, 320],
    [1090, 820, 250],
    [450, 960, 360],
  ] as const) {
    standing(d, x, y, height, visitor(random));
  }
  standing(d, 1330, 840, 270, staff(random, '#f7d9cf'));
  potPlant(d, random, 240, 800, 260);
  potPlant(d, random, 1500, 1010, 380);
}

/** A corridor with doors on both sides and light at its end. */
export function corridor(d: Drawing, random: Random): void {
  const far = { x: 640, y: 330, width: 320, height: 260 };
  room(d, { wall: '#dfe9e4', floor: '#c8d2c9', far, lamps: 6 });
  windowPane(d, 690, 360, 220, 150, '#cfe4ea');
  for (let pair = 0; pair < 3; pair += 1) {
    const near = [0.2, 0.5, 0.92][pair] ?? 1;
    const x = 640 - near * 600;
    const [top, low] = [330 - near * 120, 590 + near * 440];
    const wide = 60 + near * 110;
    for (const side of [0, 1]) {
      const at = (value: number) => (side === 0 ? value : 1600 - value);
      d.polygon(
        [
          [at(x), top],
          [at(x + wide), top + near * 24],
          [at(x + wide), low - wide * 0.74],
          [at(x), low],
        ],
        { fill: mix('#c79f74', '#ffffff', 0.25 - near * 0.1) },
      );
    }
  }
  d.path('M0 760L640 472M1600 760L960 472', { stroke: palette.jadeLight, width: 12, opacity: 0.7 });
  standing(d, 770, 690, 210, staff(random));
  standing(d, 850, 715, 230, staff(random, '#dcebf1'));
  standing(d, 600, 930, 420, visitor(random));
}

/** The nurses' station of a ward. */
export function nursesStation(d: Drawing, random: Random, night = false): void {
  room(d, {
    wall: night ? '#8fa3ad' : '#e4ebe6',
    floor: night ? '#6d7f86' : '#c9cfc4',
    lamps: night ? 1 : 3,
  });
  d.rect(430, 300, 740, 200, { fill: night ? '#2c4858' : palette.jadePale }, 12);
  for (let slot = 0; slot < 18; slot += 1) {
    d.rect(
      460 + (slot % 9) * 78,
      320 + Math.floor(slot / 9) * 86,
      62,
      66,
      { fill: random.pick(['#fdfbf5', '#f5dcc0', '#d8e8e0', '#dfe8ee']) },
      4,
    );
  }
  for (const [x, look] of [
    [600, 0],
    [800, 1],
    [1010, 2],
  ] as const) {
    bust(d, x, 655, 190, staff(random, ['#f9dfe0', '#ffffff', '#dcecf2'][look]));
  }
  counter(d, 330, 860, 940, 200, night ? '#5f8b83' : palette.jadeLight);
  for (const x of [470, 905]) screen(d, x, 560, 130, 88, x);
  potPlant(d, random, 1180, 660, 120);
  standing(d, 1420, 960, 430, staff(random, '#f9dfe0'));
}

/** The children's waiting area: low seats, balloons, shapes on the wall. */
export function childrensClinic(d: Drawing, random: Random): void {
  room(d, { wall: '#dcecec', floor: '#e3d2b0' });
  const hills = ['#bfe0c4', '#a7d3c0', '#f6dfae'];
  for (const [index, fill] of hills.entries()) {
    d.ellipse(560 + index * 260, 672, 240, 120 + index * 22, { fill });
  }
  d.rect(380, 668, 840, 4, { fill: '#ffffff' });
  d.circle(1100, 330, 46, { fill: '#ffdf8d' });
  for (let balloon = 0; balloon < 7; balloon += 1) {
    const x = 250 + balloon * 180 + random.between(-30, 30);
    const y = random.between(180, 330);
    const fill = random.pick(['#f2a48a', '#f6c667', '#8fc9b5', '#9cc3df', '#e6a6bd']);
    d.path(`M${x} ${y + 46}Q${x + 14} ${y + 110} ${x - 4} ${y + 170}`, { stroke: '#8a8f8c', width: 2 });
    d.ellipse(x, y, 38, 47, { fill }).ellipse(x - 12, y - 15, 9, 14, { fill: '#ffffff', opacity: 0.5 });
  }
  for (let seat = 0; seat < 4; seat += 1) {
    const x = 220 + seat * 150;
    d.rect(x, 780, 120, 60, { fill: ['#f2a48a', '#8fc9b5', '#f6c667', '#9cc3df'][seat] ?? '#fff' }, 24);
    d.rect(x + 10, 835, 14, 50, { fill: '#8d7a5f' }).rect(x + 96, 835, 14, 50, { fill: '#8d7a5f' });
  }
  standing(d, 980, 900, 400, staff(random, '#fbe3e3'));
  standing(d, 1130, 930, 230, { ...visitor(random), top: '#f2a48a', longHair: true });
  standing(d, 1290, 950, 410, visitor(random));
  standing(d, 300, 960, 190, { ...visitor(random), top: '#8fc9b5' });
}

/** Self-service machines in a row. */
export function machines(d: Drawing, random: Random): void {
  room(d, { wall: '#e6e6de', floor: '#c9c7ba' });
  windowPane(d, 430, 300, 740, 150);
  for (let machine = 0; machine < 4; machine += 1) {
    const x = 200 + machine * 330;
    d.ellipse(x + 100, 866, 130, 18, { fill: palette.ink, opacity: 0.16 });
    d.path(`M${x} 860L${x + 16} 470Q${x + 100} 430 ${x + 184} 470L${x + 200} 860Z`, {
      fill: d.linear(
        [
          [0, '#ffffff'],
          [1, '#c9d6d3'],
        ],
        20,
      ),
    });
    d.rect(x + 32, 490, 136, 150, { fill: '#24424c' }, 10);
    for (let tile = 0; tile < 6; tile += 1) {
      d.rect(
        x + 42 + (tile % 2) * 62,
        502 + Math.floor(tile / 2) * 44,
        54,
        34,
        { fill: random.pick(['#8fc3ac', '#f0a868', '#bcd9e2', '#f6dd97']) },
        6,
      );
    }
    d.rect(x + 60, 690, 80, 14, { fill: palette.jadeDeep }, 6).rect(
      x + 60,
      740,
      80,
      40,
      { fill: '#dfe7e5' },
      6,
    );
  }
  standing(d, 430, 985, 400, visitor(random));
  standing(d, 560, 990, 410, staff(random, '#f6d6a8'));
  standing(d, 1210, 990, 405, visitor(random));
}
