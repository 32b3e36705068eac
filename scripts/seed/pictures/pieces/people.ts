/** People without faces: stylised figures, so that nobody is shown and everybody may be meant. */
import { hairTones, mix, palette, skinTones } from '../palette.ts';
import type { Random } from '../random.ts';
import { type Drawing, n } from '../svg.ts';

export interface Look {
  skin: string;
  hair: string;
  /** Coat, jacket or gown. */
  top: string;
  /** What shows between the lapels. */
  under: string;
  legs: string;
  longHair: boolean;
  cap?: string;
  mask?: boolean;
}

const civil = ['#7b98a8', '#b98f72', '#6d8f7d', '#a77f86', '#c2a35c', '#5e7488'] as const;

/** A doctor or nurse in white (or in the given colour). */
export function staff(random: Random, top: string = '#fdfdfb'): Look {
  return {
    skin: random.pick(skinTones),
    hair: random.pick(hairTones),
    top,
    under: random.pick(['#bcd5e0', '#e7d4c1', '#cfe0d5', '#9fb8c4']),
    legs: '#3d4a55',
    longHair: random.chance(0.5),
  };
}

/** Somebody who comes to the hospital. */
export function visitor(random: Random): Look {
  return {
    ...staff(random, random.pick(civil)),
    under: '#f2ece0',
    legs: random.pick(['#39434d', '#59616a', '#4d4038']),
    hair: random.chance(0.25) ? '#c9c6c1' : random.pick(hairTones),
  };
}

/** In theatre green, capped and masked. */
export function surgeon(random: Random): Look {
  const gown = random.pick(['#5fa08e', '#4f93a0', '#6aa99a']);
  return { ...staff(random, gown), under: gown, legs: mix(gown, palette.ink, 0.25), cap: gown, mask: true };
}

/** A standing figure, seen from the front; feet at (x, y). */
export function standing(d: Drawing, x: number, y: number, height: number, look: Look): void {
  d.ellipse(x, y, height * 0.16, height * 0.02, { fill: palette.ink, opacity: 0.16 });
  d.at({ x, y, scale: height / 200 }, () => {
    d.path('M-17 -92L-15 -4L-4 -4L-1 -84L1 -84L4 -4L15 -4L17 -92Z', { fill: look.legs });
    d.path('M-18 -3Q-18 -9 -8 -8L-3 -8L-3 -1L-18 -1ZM18 -3Q18 -9 8 -8L3 -8L3 -1L18 -1Z', { fill: '#2a3037' });
    upperBody(d, look);
  });
}

/** A seated figure cut by a table: everything above the waist; the table's edge at y. */
export function bust(d: Drawing, x: number, y: number, height: number, look: Look): void {
  d.at({ x, y, scale: height / 110 }, () => {
    d.at({ x: 0, y: 90 }, () => upperBody(d, look));
  });
}

/** Somebody in the rows before us, seen from behind. */
export function fromBehind(d: Drawing, x: number, y: number, size: number, hair: string, top: string): void {
  d.path(
    `M${n(x - size)} ${n(y)}Q${n(x - size * 0.95)} ${n(y - size * 0.75)} ${n(x - size * 0.3)} ${n(y - size * 0.9)}L${n(x + size * 0.3)} ${n(y - size * 0.9)}Q${n(x + size * 0.95)} ${n(y - size * 0.75)} ${n(x + size)} ${n(y)}Z`,
    { fill: top },
  );
  d.rect(x - size * 0.2, y - size * 1.1, size * 0.4, size * 0.35, { fill: '#d9a983' });
  d.ellipse(x, y - size * 1.42, size * 0.47, size * 0.55, { fill: hair });
}

function upperBody(d: Drawing, look: Look): void {
  if (look.longHair && look.cap === undefined) {
    d.path('M-15 -182Q-19 -158 -15 -147L15 -147Q19 -158 15 -182Z', { fill: look.hair });
  }
  arm(d, -1, look);
  arm(d, 1, look);
  torso(d, look);
  head(d, look);
}

function torso(d: Drawing, look: Look): void {
  d.path('M-7 -166L7 -166L9 -150L-9 -150Z', { fill: mix(look.skin, '#8a5a3c', 0.18) });
  d.path('M-24 -146Q-22 -155 -9 -157L9 -157Q22 -155 24 -146L25 -100L27 -62L-27 -62L-25 -100Z', {
    fill: look.top,
  });
  d.path('M-9 -157L0 -128L9 -157Z', { fill: look.under });
  d.path('M0 -128L0 -62', { stroke: palette.ink, width: 1, opacity: 0.18 });
  d.path('M-9 -157L-3 -132L0 -128L3 -132L9 -157', { stroke: palette.ink, width: 1, opacity: 0.22 });
  d.path('M12 -157Q22 -155 24 -146L25 -100L27 -62L14 -62Q18 -110 12 -157Z', {
    fill: palette.ink,
    opacity: 0.06,
  });
}

function arm(d: Drawing, side: 1 | -1, look: Look): void {
  d.at({ x: 0, y: 0, mirror: side === 1 }, () => {
    d.path('M-22 -150Q-31 -146 -32 -120L-33 -84L-24 -83L-21 -118Z', {
      fill: mix(look.top, palette.ink, 0.07),
    });
    d.circle(-28.5, -80, 5, { fill: look.skin });
  });
}

function head(d: Drawing, look: Look): void {
  d.ellipse(0, -178, 12.5, 15.5, { fill: look.skin });
  if (look.cap !== undefined) {
    d.path('M-14 -179Q-15 -197 0 -197Q15 -197 14 -179Q0 -185 -14 -179Z', { fill: look.cap });
  } else if (look.longHair) {
    d.path('M-15 -172Q-17 -197 0 -197Q17 -197 15 -172Q13 -186 2 -189Q-10 -187 -15 -172Z', {
      fill: look.hair,
    });
  } else {
    d.path('M-13.5 -178Q-15 -196 0 -196Q15 -196 13.5 -178Q12 -188 0 -189Q-12 -188 -13.5 -178Z', {
      fill: look.hair,
    });
  }
  if (look.mask === true) d.path('M-11 -177L11 -177Q11 -164 0 -162Q-11 -164 -11 -177Z', { fill: '#dcecec' });
}
