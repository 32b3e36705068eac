/** What stands in rooms: counters, screens, beds. */
import { mix, palette } from '../palette.ts';
import { type Drawing, n } from '../svg.ts';

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
