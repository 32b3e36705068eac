/** Facades. */
import { mix, palette } from '../palette.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

export interface Facade {
  x: number;
  /** The ground under it. */
  y: number;
  width: number;
  height: number;
  wall: string;
  glass: string;
  floors: number;
  bays: number;
  /** The share of windows with light in them. */
  lit?: number;
  bands?: boolean;
}

/** A block with rows of windows, shaded on its right. */
export function block(d: Drawing, random: Random, facade: Facade): void {
  const { x, y, width, height, wall, glass, floors, bays, lit = 0, bands = false } = facade;
  const top = y - height;
  d.rect(x, top, width, height, {
    fill: d.linear(
      [
        [0, mix(wall, '#ffffff', 0.18)],
        [1, mix(wall, palette.ink, 0.12)],
      ],
      15,
    ),
  });
  d.rect(x - 6, top - 10, width + 12, 14, { fill: mix(wall, palette.ink, 0.2) });
  const floor = (height - 30) / floors;
  const bay = (width - 24) / bays;
  for (let row = 0; row < floors; row += 1) {
    const wy = top + 22 + row * floor;
    if (bands) {
      d.rect(x + 8, wy, width - 16, floor * 0.62, { fill: mix(glass, palette.ink, 0.1) });
    }
    for (let column = 0; column < bays; column += 1) {
      const wx = x + 12 + column * bay;
      const shine = random.between(0, 0.45);
      const on = random.chance(lit);
      d.rect(wx + bay * 0.12, wy, bay * 0.76, floor * 0.62, {
        fill: on ? mix('#ffd98a', '#fff2cf', random.between(0, 1)) : mix(glass, '#ffffff', shine),
      });
      if (!on && random.chance(0.4)) {
        d.polygon(
          [
            [wx + bay * 0.3, wy],
            [wx + bay * 0.55, wy],
            [wx + bay * 0.35, wy + floor * 0.62],
            [wx + bay * 0.14, wy + floor * 0.62],
          ],
          { fill: '#ffffff', opacity: 0.22 },
        );
      }
    }
  }
  d.rect(x + width * 0.86, top, width * 0.14, height, { fill: palette.ink, opacity: 0.09 });
}

/** The round sign on the roof: a green cross, the only sign there is. */
export function cross(d: Drawing, x: number, y: number, size: number, colour: string): void {
  d.circle(x, y, size, { fill: '#ffffff', opacity: 0.95 });
  d.rect(x - size * 0.18, y - size * 0.6, size * 0.36, size * 1.2, { fill: colour }, size * 0.06);
  d.rect(x - size * 0.6, y - size * 0.18, size * 1.2, size * 0.36, { fill: colour }, size * 0.06);
}

/** A glass entrance hall with a canopy. */
export function entrance(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  glow: string,
): void {
  d.rect(x, y - height, width, height, {
    fill: d.linear([
      [0, mix(glow, palette.steel, 0.35)],
      [1, glow],
    ]),
  });
  for (let bar = 0; bar <= 8; bar += 1) {
    d.line(x + (width / 8) * bar, y - height, x + (width / 8) * bar, y, {
      stroke: palette.inkSoft,
      width: 3,
      opacity: 0.5,
    });
  }
  d.line(x, y - height * 0.45, x + width, y - height * 0.45, {
    stroke: palette.inkSoft,
    width: 3,
    opacity: 0.5,
  });
  d.polygon(
    [
      [x - width * 0.14, y - height],
      [x + width * 1.14, y - height],
      [x + width * 1.08, y - height * 1.14],
      [x - width * 0.08, y - height * 1.14],
    ],
    {
      fill: d.linear([
        [0, '#fbf7ee'],
        [1, '#cbbfa8'],
      ]),
    },
  );
  d.rect(x - width * 0.14, y - height, width * 1.28, height * 0.06, { fill: palette.jadeDeep });
  for (const side of [-0.1, 1.06]) {
    d.rect(x + width * side, y - height, width * 0.04, height, { fill: '#e9e2d4' });
  }
}
