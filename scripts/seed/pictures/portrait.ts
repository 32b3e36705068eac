/** A doctor's portrait: an abstract silhouette in a white coat, without a face. */
import { hairTones, mix, palette, skinTones } from './palette.ts';
import type { Random } from './random.ts';
import type { Drawing } from './svg.ts';

const backdrops = ['#cfe0db', '#d8e3e8', '#e8ddcc', '#dfe5d6', '#e6d9d6', '#d3dde6'] as const;
const shirts = ['#a9c6d6', '#dbe6ea', '#c8d9c9', '#e3cdb8', '#b9c3d6', '#e8e1d3'] as const;
const ties = ['#3f6f82', '#8c3b3b', '#3f7d67', '#4a4f6a', '#a8743d'] as const;

/** Draws on 480×640. */
export function portrait(d: Drawing, random: Random, kind: 'woman' | 'man'): void {
  const backdrop = random.pick(backdrops);
  const skin = random.pick(skinTones);
  const hair = random.chance(0.14) ? '#8d8a88' : random.pick(hairTones);
  d.rect(0, 0, 480, 640, {
    fill: d.linear(
      [
        [0, mix(backdrop, '#ffffff', 0.45)],
        [1, mix(backdrop, palette.steel, 0.18)],
      ],
      70,
    ),
  });
  d.circle(240, 250, 300, {
    fill: d.radial([
      [0, '#ffffff', 0.65],
      [1, '#ffffff', 0],
    ]),
  });
  d.at({ x: 240 + random.between(-6, 6), y: 0 }, () => {
    if (kind === 'woman') hairBehind(d, random, hair);
    else d.ellipse(0, 222, 91, 84, { fill: hair });
    neckAndCoat(d, random, skin, kind);
    d.ellipse(0, 246, 84, 106, {
      fill: d.linear(
        [
          [0, mix(skin, '#fff3e2', 0.25)],
          [1, mix(skin, '#b9805c', 0.18)],
        ],
        60,
      ),
    });
    for (const side of [-1, 1]) d.ellipse(side * 84, 256, 13, 24, { fill: mix(skin, '#b9805c', 0.14) });
    d.path('M30 145Q84 190 80 270Q76 330 20 350Q70 300 66 250Q60 190 30 145Z', {
      fill: '#8a5a3c',
      opacity: 0.07,
    });
    if (kind === 'woman') womanHair(d, random, hair);
    else manHair(d, random, hair);
    if (random.chance(0.4)) glasses(d);
  });
}

function neckAndCoat(d: Drawing, random: Random, skin: string, kind: 'woman' | 'man'): void {
  const shirt = random.pick(shirts);
  d.path('M-40 320L40 320L48 410L-48 410Z', { fill: mix(skin, '#a0684a', 0.2) });
  d.path('M-232 640Q-228 470 -130 432L-48 396Q0 436 48 396L130 432Q228 470 232 640Z', {
    fill: d.linear(
      [
        [0, '#ffffff'],
        [1, '#dfe4e4'],
      ],
      20,
    ),
  });
  d.path('M-52 394L0 520L52 394L34 386Q0 420 -34 386Z', { fill: shirt });
  if (kind === 'man') {
    d.path('M-13 424L13 424L9 446L20 560L0 590L-20 560L-9 446Z', { fill: random.pick(ties) });
    d.path('M-36 384L-8 428L-22 452L-54 396ZM36 384L8 428L22 452L54 396Z', {
      fill: mix(shirt, '#ffffff', 0.5),
    });
  } else {
    d.path('M-34 386Q0 460 34 386L26 380Q0 428 -26 380Z', { fill: mix(skin, '#a0684a', 0.1) });
  }
  d.path('M-56 392L-98 420L-70 478L-92 500L0 640L6 640L-2 560Z', { fill: '#f4f6f5' });
  d.path('M56 392L98 420L70 478L92 500L0 640L-6 640L2 560Z', { fill: '#eceff0' });
  d.path('M-56 392L-98 420L-70 478L-92 500L0 640M56 392L98 420L70 478L92 500L0 640', {
    stroke: '#b9c4c7',
    width: 2.5,
    cap: 'round',
  });
  d.path('M108 560L178 552', { stroke: '#b9c4c7', width: 3, cap: 'round' });
  if (random.chance(0.55)) {
    d.path('M-66 410Q-92 500 -60 556M66 410Q96 480 84 530', { stroke: '#35505c', width: 8, cap: 'round' });
    d.circle(84, 546, 17, { fill: '#9fb2b8', stroke: '#35505c', width: 5 });
  } else {
    d.rect(112, 540, 62, 44, { fill: '#e7f1ee', stroke: palette.jade, width: 3 }, 5);
    d.circle(130, 562, 10, { fill: palette.jadeLight });
    d.path('M148 556L166 556M148 568L162 568', { stroke: palette.jade, width: 3 });
  }
}

function hairBehind(d: Drawing, random: Random, hair: string): void {
  if (random.chance(0.55)) {
    d.path('M-104 240Q-112 120 0 118Q112 120 104 240L112 420Q60 452 0 440Q-60 452 -112 420Z', {
      fill: mix(hair, '#000000', 0.1),
    });
  } else {
    d.circle(random.pick([-6, 10] as const), 122, 48, { fill: mix(hair, '#000000', 0.1) });
    d.ellipse(0, 240, 98, 116, { fill: mix(hair, '#000000', 0.1) });
  }
}

function womanHair(d: Drawing, random: Random, hair: string): void {
  const side = random.chance(0.5);
  d.at({ x: 0, y: 0, mirror: side }, () => {
    d.path('M-96 300Q-116 128 0 124Q116 128 96 300Q92 214 52 182Q-10 208 -70 198Q-92 236 -96 300Z', {
      fill: hair,
    });
    d.path('M-60 150Q-10 118 50 140Q0 134 -60 150Z', { fill: '#ffffff', opacity: 0.12 });
  });
}

function manHair(d: Drawing, random: Random, hair: string): void {
  const side = random.chance(0.5);
  const style = random.whole(0, 2);
  d.at({ x: 0, y: 0, mirror: side }, () => {
    const crown = [
      'M-92 250Q-104 128 4 126Q104 128 92 250Q88 214 74 196Q10 206 -52 178Q-84 200 -92 250Z',
      'M-92 246Q-100 120 -10 124Q108 118 92 246Q90 206 70 186Q0 172 -70 188Q-88 206 -92 246Z',
      'M-90 240Q-96 140 0 138Q96 140 90 240Q86 202 60 180Q0 190 -60 180Q-86 202 -90 240Z',
    ][style];
    d.path(crown ?? '', { fill: hair });
    d.path('M-54 154Q0 128 50 146Q0 140 -54 154Z', { fill: '#ffffff', opacity: 0.1 });
  });
}

function glasses(d: Drawing): void {
  const style = { stroke: '#3b444b', width: 4, opacity: 0.75 } as const;
  d.rect(-62, 236, 50, 36, style, 15).rect(12, 236, 50, 36, style, 15);
  d.path('M-12 248Q0 242 12 248M-62 246L-84 240M62 246L84 240', { ...style, cap: 'round' });
}
