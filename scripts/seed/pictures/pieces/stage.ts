/** Stages, banners and audiences. */
import { hairTones, mix, palette } from '../palette.ts';
import type { Random } from '../random.ts';
import { type Drawing, n } from '../svg.ts';

/** A stage with curtains and a backdrop in one colour; gives the height of its boards. */
export function stage(
  d: Drawing,
  backdrop: string,
  curtain: string = mix(backdrop, palette.ink, 0.25),
): number {
  d.rect(0, 0, d.width, d.height, {
    fill: d.linear([
      [0, mix(backdrop, palette.night, 0.72)],
      [1, mix(backdrop, palette.night, 0.5)],
    ]),
  });
  d.rect(170, 110, 1260, 560, {
    fill: d.linear([
      [0, mix(backdrop, '#ffffff', 0.08)],
      [1, backdrop],
    ]),
  });
  d.circle(800, 390, 520, {
    fill: d.radial([
      [0, '#fff3d0', 0.4],
      [1, '#fff3d0', 0],
    ]),
  });
  for (const side of [0, 1]) {
    for (let fold = 0; fold < 5; fold += 1) {
      const x = side === 0 ? fold * 38 : d.width - 38 - fold * 38;
      d.path(`M${x} 0L${x + 38} 0Q${x + 44} 380 ${x + 34} 690L${x} 690Q${x + 8} 380 ${x} 0Z`, {
        fill: mix(curtain, fold % 2 === 0 ? '#ffffff' : palette.ink, 0.14),
      });
    }
  }
  d.polygon(
    [
      [0, 690],
      [170, 660],
      [1430, 660],
      [1600, 690],
      [1600, 760],
      [0, 760],
    ],
    {
      fill: d.linear([
        [0, '#c79a66'],
        [1, '#8f6640'],
      ]),
    },
  );
  return 730;
}

/** Bands that stand for a banner's line of characters; nothing can be read. */
export function banner(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  cloth: string,
  mark: string,
): void {
  d.rect(
    x,
    y,
    width,
    height,
    {
      fill: d.linear([
        [0, mix(cloth, '#ffffff', 0.12)],
        [1, mix(cloth, palette.ink, 0.12)],
      ]),
    },
    6,
  );
  const marks = Math.max(3, Math.floor(width / (height * 0.95)) - 2);
  const size = height * 0.42;
  const gap = (width - marks * size) / (marks + 1);
  for (let index = 0; index < marks; index += 1) {
    d.rect(
      x + gap + index * (size + gap),
      y + height * 0.29,
      size,
      size,
      { fill: mark, opacity: 0.9 },
      size * 0.22,
    );
  }
}

/** Beams from above. */
export function spotlights(d: Drawing, xs: readonly number[]): void {
  for (const x of xs) {
    d.polygon(
      [
        [x - 14, 0],
        [x + 14, 0],
        [x + 150, 720],
        [x - 150, 720],
      ],
      {
        fill: d.linear([
          [0, '#fff4cf', 0.34],
          [1, '#fff4cf', 0],
        ]),
      },
    );
  }
}

/** Rows of heads before the stage, larger towards us. */
export function audience(d: Drawing, random: Random, rows = 3, from = 900): void {
  for (let row = 0; row < rows; row += 1) {
    const size = 46 + row * 22;
    const y = from + row * 95;
    const seats = Math.ceil(1700 / (size * 2.3));
    for (let seat = 0; seat < seats; seat += 1) {
      const x = (seat + (row % 2) * 0.5) * size * 2.3 + random.between(-6, 6) - 20;
      const top = mix(
        random.pick(['#5d7f8c', '#6d8f7d', '#8b7467', '#e9ecec', '#4f6573']),
        palette.night,
        0.28,
      );
      d.path(
        `M${n(x - size)} ${n(y + size)}Q${n(x - size * 0.9)} ${n(y - size * 0.1)} ${n(x)} ${n(y - size * 0.15)}Q${n(x + size * 0.9)} ${n(y - size * 0.1)} ${n(x + size)} ${n(y + size)}L${n(x + size)} 1067L${n(x - size)} 1067Z`,
        { fill: top },
      );
      d.ellipse(x, y - size * 0.5, size * 0.42, size * 0.5, { fill: random.pick(hairTones) });
    }
  }
}

/** A lectern with a small emblem. */
export function lectern(d: Drawing, x: number, y: number, height: number): void {
  const w = height * 0.3;
  d.polygon(
    [
      [x - w, y - height],
      [x + w, y - height],
      [x + w * 0.75, y],
      [x - w * 0.75, y],
    ],
    {
      fill: d.linear([
        [0, '#a8754a'],
        [1, '#6b4429'],
      ]),
    },
  );
  d.rect(x - w * 1.15, y - height - 14, w * 2.3, 22, { fill: '#c08f5f' }, 6);
  d.circle(x, y - height * 0.55, w * 0.4, { fill: palette.gold, opacity: 0.9 });
  d.path(
    `M${n(x + 6)} ${n(y - height - 12)}Q${n(x + 10)} ${n(y - height - 60)} ${n(x - 10)} ${n(y - height - 70)}`,
    { stroke: '#2b3740', width: 4 },
  );
}

/** Flowers along the edge of a stage. */
export function flowers(d: Drawing, random: Random, y: number): void {
  for (let index = 0; index < 110; index += 1) {
    const x = random.between(150, 1450);
    d.circle(x, y + random.between(-16, 14), random.between(8, 15), {
      fill: random.pick(['#3f8f75', '#2f6d5a', '#e59aa6', '#f0a868', '#f6dd97', '#fdf3ee']),
    });
  }
}
