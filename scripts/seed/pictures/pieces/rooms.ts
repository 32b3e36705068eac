/** Rooms in one-point perspective, with windows. */
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
