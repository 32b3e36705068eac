/** Rooms in one-point perspective, and what stands in them. */
import { mix, palette } from '../palette.ts';
import { type Drawing, n } from '../svg.ts';

export interface Room {
  wall: string;
  floor: string;
  /** The far wall, as a rectangle. */
  far?: { x: number; y: number; width: number; height: number };
  /** Rows of lamps in the ceiling. */
  lamps?: number;
}

/** Walls, floor and ceiling with lamps; gives the far wall's rectangle. */
export function room(d: Drawing, { wall, floor, far, lamps = 3 }: Room): Required<Room>['far'] {
  const box = far ?? { x: 380, y: 250, width: 840, height: 420 };
  const { width: w, height: h } = d;
  const [right, low] = [box.x + box.width, box.y + box.height];
  d.polygon(
    [
      [0, 0],
      [w, 0],
      [right, box.y],
      [box.x, box.y],
    ],
    {
      fill: d.linear([
        [0, mix(wall, '#ffffff', 0.25)],
        [1, mix(wall, '#ffffff', 0.7)],
      ]),
    },
  );
  d.polygon(
    [
      [0, 0],
      [box.x, box.y],
      [box.x, low],
      [0, h],
    ],
    {
      fill: d.linear(
        [
          [0, mix(wall, palette.ink, 0.1)],
          [1, wall],
        ],
        0,
      ),
    },
  );
  d.polygon(
    [
      [w, 0],
      [right, box.y],
      [right, low],
      [w, h],
    ],
    {
      fill: d.linear(
        [
          [0, wall],
          [1, mix(wall, palette.ink, 0.14)],
        ],
        0,
      ),
    },
  );
  d.polygon(
    [
      [0, h],
      [box.x, low],
      [right, low],
      [w, h],
    ],
    {
      fill: d.linear([
        [0, mix(floor, '#ffffff', 0.35)],
        [1, floor],
      ]),
    },
  );
  d.rect(box.x, box.y, box.width, box.height, {
    fill: d.linear([
      [0, mix(wall, '#ffffff', 0.5)],
      [1, mix(wall, '#ffffff', 0.2)],
    ]),
  });
  for (let index = 0; index <= 10; index += 1) {
    const part = index / 10;
    d.line(box.x + box.width * part, low, w * part, h, {
      stroke: mix(floor, palette.ink, 0.25),
      width: 1.5,
      opacity: 0.35,
    });
  }
  for (let lamp = 0; lamp < lamps; lamp += 1) {
    const near = 1 - lamp / lamps;
    const y = box.y * (1 - near * 0.85);
    const wide = 130 + near * 260;
    d.polygon(
      [
        [800 - wide, y],
        [800 + wide, y],
        [800 + wide * 0.86, y + 26 * near + 6],
        [800 - wide * 0.86, y + 26 * near + 6],
      ],
      { fill: '#ffffff', opacity: 0.92 },
    );
  }
  d.ellipse(800, low + (h - low) * 0.45, 560, (h - low) * 0.3, {
    fill: d.radial([
      [0, '#ffffff', 0.4],
      [1, '#ffffff', 0],
    ]),
  });
  return box;
}

/** A window with a view of sky and treetops. */
export function windowPane(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  sky: string = palette.sky,
): void {
  d.rect(x - 8, y - 8, width + 16, height + 16, { fill: '#f7f3ea' });
  d.rect(x, y, width, height, {
    fill: d.linear([
      [0, sky],
      [1, mix(sky, '#fff5e0', 0.75)],
    ]),
  });
  const half = width / 12;
  for (let tree = 0; tree < 6; tree += 1) {
    const rise = height * (0.2 + (tree % 3) * 0.09);
    d.path(`M${n(x + half * 2 * tree)} ${n(y + height)}a${n(half)} ${n(rise)} 0 0 1 ${n(half * 2)} 0Z`, {
      fill: mix(palette.jade, sky, 0.3 + (tree % 2) * 0.15),
      opacity: 0.85,
    });
  }
  d.rect(x, y + height, width, 10, { fill: '#e8dfcf' });
  const bars = Math.max(1, Math.round(width / 170));
  for (let bar = 1; bar < bars + 1; bar += 1) {
    d.rect(x + (width / (bars + 1)) * bar - 4, y, 8, height, { fill: '#f7f3ea' });
  }
  d.polygon(
    [
      [x + width * 0.08, y],
      [x + width * 0.22, y],
      [x + width * 0.1, y + height],
      [x, y + height],
      [x, y + height * 0.6],
    ],
    { fill: '#ffffff', opacity: 0.2 },
  );
}

/** A closed door with a pane. */
export function door(d: Drawing, x: number, y: number, width: number, height: number, colour: string): void {
  d.rect(x - 6, y - height - 6, width + 12, height + 6, { fill: mix(colour, palette.ink, 0.25) });
  d.rect(x, y - height, width, height, { fill: colour });
  d.rect(x + width * 0.3, y - height * 0.85, width * 0.4, height * 0.4, { fill: '#d9eaea' });
  d.circle(x + width * 0.86, y - height * 0.45, width * 0.05, { fill: '#f6efe0' });
}

/** A counter or desk, seen from the front. */
export function counter(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  front: string,
): void {
  d.ellipse(x + width / 2, y, width * 0.54, 16, { fill: palette.ink, opacity: 0.14 });
  d.rect(
    x,
    y - height,
    width,
    height,
    {
      fill: d.linear([
        [0, mix(front, '#ffffff', 0.3)],
        [1, mix(front, palette.ink, 0.1)],
      ]),
    },
    10,
  );
  d.rect(x - 14, y - height - 12, width + 28, 26, { fill: '#fbf8f1' }, 8);
  d.rect(x + 20, y - height * 0.32, width - 40, 8, { fill: palette.apricot, opacity: 0.8 }, 4);
}

/** A screen that shows curves; no letters. */
export function screen(d: Drawing, x: number, y: number, width: number, height: number, seed = 0): void {
  d.rect(x - 6, y - 6, width + 12, height + 12, { fill: '#2b3740' }, 8);
  d.rect(
    x,
    y,
    width,
    height,
    {
      fill: d.linear([
        [0, '#163a44'],
        [1, '#0f2a36'],
      ]),
    },
    4,
  );
  const rows = 3;
  for (let row = 0; row < rows; row += 1) {
    const base = y + (height / rows) * (row + 0.6);
    let data = `M${n(x + 6)} ${n(base)}`;
    const beats = 4 + ((seed + row) % 3);
    const step = (width - 12) / beats;
    for (let beat = 0; beat < beats; beat += 1) {
      const left = x + 6 + beat * step;
      const lift = height / rows / 2.4;
      data +=
        row === 2
          ? `Q${n(left + step / 2)} ${n(base - lift)} ${n(left + step)} ${n(base)}`
          : `h${n(step * 0.4)}l${n(step * 0.08)} ${n(lift * 0.3)}l${n(step * 0.1)} ${n(-lift * 1.3)}l${n(step * 0.1)} ${n(lift * 1.5)}l${n(step * 0.08)} ${n(-lift * 0.5)}h${n(step * 0.24)}`;
    }
    d.path(data, {
      stroke: ['#7fe0b5', '#ffd27a', '#8fd0ea'][(row + seed) % 3] ?? '#7fe0b5',
      width: Math.max(1.5, height / 70),
      cap: 'round',
    });
  }
}

/** A bed from the side, head on the left. */
export function bed(d: Drawing, x: number, y: number, width: number, cover: string): void {
  const h = width * 0.34;
  d.ellipse(x + width / 2, y, width * 0.52, h * 0.1, { fill: palette.ink, opacity: 0.16 });
  for (const leg of [0.1, 0.86]) {
    d.rect(x + width * leg, y - h * 0.4, 10, h * 0.36, { fill: '#8ea1a8' }).circle(
      x + width * leg + 5,
      y - 6,
      10,
      { fill: '#51626a' },
    );
  }
  d.rect(x, y - h * 0.5, width, h * 0.14, { fill: '#c3d0d3' }, 6);
  d.path(
    `M${n(x + 8)} ${n(y - h * 0.5)}L${n(x + 8)} ${n(y - h * 0.7)}L${n(x + width * 0.3)} ${n(y - h * 0.7)}L${n(x + width)} ${n(y - h * 0.62)}L${n(x + width)} ${n(y - h * 0.5)}Z`,
    { fill: '#ffffff' },
  );
  d.path(
    `M${n(x + width * 0.3)} ${n(y - h * 0.74)}Q${n(x + width * 0.6)} ${n(y - h * 0.86)} ${n(x + width * 0.98)} ${n(y - h * 0.68)}L${n(x + width)} ${n(y - h * 0.42)}L${n(x + width * 0.3)} ${n(y - h * 0.42)}Z`,
    {
      fill: d.linear([
        [0, mix(cover, '#ffffff', 0.35)],
        [1, cover],
      ]),
    },
  );
  d.ellipse(x + width * 0.15, y - h * 0.76, width * 0.11, h * 0.12, {
    fill: '#f7f9f8',
    stroke: '#d5dedd',
    width: 2,
  });
  d.rect(x - 10, y - h, 14, h * 0.7, { fill: '#a9b9be' }, 6).rect(
    x + width - 4,
    y - h * 0.75,
    12,
    h * 0.42,
    { fill: '#a9b9be' },
    6,
  );
}
