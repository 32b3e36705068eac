/** What the parts of a film share. */
import { palette } from '../pictures/palette.ts';
import type { Drawing } from '../pictures/svg.ts';

/** 0 to 1 within the current two seconds, eased. */
export function within(at: number): number {
  const part = (at % 2) / 2;
  return part * part * (3 - 2 * part);
}

export function cover(d: Drawing, top: string, low: string): void {
  d.rect(0, 0, 1600, 900, {
    fill: d.linear([
      [0, top],
      [1, low],
    ]),
  });
}

/** Which of the four steps is running, as dots along the lower edge. */
export function steps(d: Drawing, at: number): void {
  for (let step = 0; step < 4; step += 1) {
    d.circle(740 + step * 40, 860, Math.floor(at / 2) === step ? 12 : 8, {
      fill: Math.floor(at / 2) === step ? palette.apricotDeep : '#ffffff',
    });
  }
}
