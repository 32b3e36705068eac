/**
 * Where a cropped picture is held. The public site allows no inline style, so the point is spelled in classes,
 * in steps of a quarter of what is cut off, and `styles/pictures.css` of the site knows each of them.
 */

/** As shares of width and height, from the left and the top. */
export interface FocalPoint {
  x: number;
  y: number;
}

/** The classes of a focal point: `fx1 fy3`. Undefined where nobody chose one: each place has a middle of its own. */
export function focusOf(point: FocalPoint | undefined): string | undefined {
  if (point === undefined) return undefined;
  const step = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 4);
  return `fx${step(point.x)} fy${step(point.y)}`;
}
