/** Sky, ground and plants. */
import { mix, palette } from '../palette.ts';
import type { Random } from '../random.ts';
import { type Drawing, n } from '../svg.ts';

export type Hour = 'morning' | 'noon' | 'dusk' | 'night' | 'snow';

const skies: Record<Hour, readonly [string, string, string]> = {
  morning: ['#9cc7d6', '#d9e9e6', '#fdf0dc'],
  noon: ['#8dc0d4', '#c4e0e6', '#eef5ee'],
  dusk: ['#5a6d92', '#e09f86', '#fbd9a8'],
  night: ['#0f2136', '#1f3d57', '#3f6276'],
  snow: ['#b4c6d0', '#d6e0e4', '#f3f4f2'],
};

/** Fills the picture down to the horizon, with the light of an hour. */
export function sky(d: Drawing, hour: Hour, horizon: number): void {
  const [top, middle, low] = skies[hour];
  d.rect(0, 0, d.width, d.height, { fill: low });
  d.rect(0, 0, d.width, horizon + 2, {
    fill: d.linear([
      [0, top],
      [0.6, middle],
      [1, low],
    ]),
  });
}

/** The sun or the moon with its glow. */
export function sun(d: Drawing, x: number, y: number, radius: number, colour: string): void {
  const glow = d.radial([
    [0, colour, 0.75],
    [0.35, colour, 0.28],
    [1, colour, 0],
  ]);
  d.circle(x, y, radius * 4.5, { fill: glow }).circle(x, y, radius, { fill: mix(colour, '#ffffff', 0.5) });
}

export function clouds(d: Drawing, random: Random, count: number, highest: number, lowest: number): void {
  for (let index = 0; index < count; index += 1) {
    const x = random.between(-50, d.width);
    const y = random.between(highest, lowest);
    const size = random.between(50, 120);
    const puffs = [0, 1, 2, 3].map((puff) => {
      const left = x + puff * size * 0.55;
      const half = size * (puff === 1 ? 0.5 : 0.38);
      return `M${n(left)} ${n(y)}a${n(half)} ${n(half * 0.62)} 0 0 1 ${n(half * 2)} 0Z`;
    });
    d.path(puffs.join(''), { fill: '#ffffff', opacity: random.between(0.3, 0.6) });
  }
}

/** A range of hills from the left edge to the right. */
export function hills(d: Drawing, random: Random, base: number, height: number, fill: string): void {
  let data = `M0 ${n(base)}`;
  const step = d.width / 5;
  let y = base - random.between(0.3, 0.8) * height;
  data += `L0 ${n(y)}`;
  for (let x = 0; x < d.width; x += step) {
    const next = base - random.between(0.25, 1) * height;
    data += `C${n(x + step * 0.4)} ${n(y)} ${n(x + step * 0.6)} ${n(next)} ${n(x + step)} ${n(next)}`;
    y = next;
  }
  d.path(`${data}L${d.width} ${n(base)}Z`, { fill });
}

/** Ground with a soft light towards the viewer. */
export function ground(d: Drawing, horizon: number, far: string, near: string): void {
  d.rect(0, horizon, d.width, d.height - horizon, {
    fill: d.linear([
      [0, far],
      [1, near],
    ]),
  });
}

/** A round-headed tree standing at (x, y); `leaf` is its middle tone. */
export function tree(d: Drawing, random: Random, x: number, y: number, height: number, leaf: string): void {
  const trunk = height * 0.045;
  d.ellipse(x, y, height * 0.3, height * 0.03, { fill: palette.ink, opacity: 0.14 });
  d.polygon(
    [
      [x - trunk, y],
      [x + trunk, y],
      [x + trunk * 0.5, y - height * 0.6],
      [x - trunk * 0.5, y - height * 0.6],
    ],
    { fill: palette.woodDeep },
  );
  for (let index = 0; index < 16; index += 1) {
    const angle = random.between(0, Math.PI * 2);
    const reach = Math.sqrt(random.between(0, 1)) * height * 0.25;
    const cx = x + Math.cos(angle) * reach;
    const cy = y - height * 0.68 + Math.sin(angle) * reach * 0.95;
    const light = Math.max(0, Math.min(1, (y - height * 0.5 - cy) / (height * 0.45)));
    d.circle(cx, cy, height * random.between(0.09, 0.15), {
      fill: mix(mix(leaf, palette.pine, 0.35), mix(leaf, '#fff6d8', 0.35), light),
      opacity: 0.88,
    });
  }
}

/** A spruce: the tree that gave the city its name. */
export function spruce(d: Drawing, x: number, y: number, height: number, fill: string, snow = false): void {
  d.rect(x - height * 0.02, y - height * 0.12, height * 0.04, height * 0.12, { fill: palette.woodDeep });
  for (let tier = 0; tier < 4; tier += 1) {
    const top = y - height + tier * height * 0.2;
    const half = height * (0.1 + tier * 0.05);
    const low = top + height * 0.32;
    const points = [
      [x, top],
      [x + half, low],
      [x - half, low],
    ] as const;
    d.polygon(points, { fill: mix(fill, palette.pine, tier * 0.12) });
    d.polygon(
      [
        [x, top],
        [x, low],
        [x - half, low],
      ],
      { fill: '#ffffff', opacity: 0.07 },
    );
    if (snow) {
      d.polygon(
        [
          [x, top],
          [x + half * 0.55, top + height * 0.17],
          [x - half * 0.6, top + height * 0.18],
        ],
        {
          fill: '#ffffff',
          opacity: 0.85,
        },
      );
    }
  }
}

/** A branch of apricot blossom growing from (x, y) in a direction (degrees). */
export function blossomBranch(
  d: Drawing,
  random: Random,
  x: number,
  y: number,
  length: number,
  direction: number,
  depth = 3,
): void {
  const angle = (direction * Math.PI) / 180;
  const x2 = x + Math.cos(angle) * length;
  const y2 = y + Math.sin(angle) * length;
  const bend = random.between(-0.18, 0.18) * length;
  const middle = `${n((x + x2) / 2 - Math.sin(angle) * bend)} ${n((y + y2) / 2 + Math.cos(angle) * bend)}`;
  d.path(`M${n(x)} ${n(y)}Q${middle} ${n(x2)} ${n(y2)}`, {
    stroke: depth > 2 ? '#4d372b' : '#6a4a38',
    width: Math.max(2, length * 0.012 * depth + depth),
    cap: 'round',
  });
  if (depth > 0) {
    for (const side of [-1, 1]) {
      const turn = direction + side * random.between(18, 42);
      blossomBranch(d, random, x2, y2, length * random.between(0.55, 0.72), turn, depth - 1);
    }
  }
  const flowers = depth < 2 ? 3 : depth < 4 ? 1 : 0;
  for (let index = 0; index < flowers; index += 1) {
    const along = random.between(0.3, 1);
    flower(
      d,
      x + (x2 - x) * along + random.between(-14, 14),
      y + (y2 - y) * along + random.between(-14, 14),
      Math.min(20, random.between(length * 0.07, length * 0.12) + 7),
      random.between(0, 72),
    );
  }
}

/** One five-petalled flower. */
export function flower(d: Drawing, x: number, y: number, radius: number, turn: number): void {
  for (let petal = 0; petal < 5; petal += 1) {
    const angle = ((turn + petal * 72) * Math.PI) / 180;
    d.circle(x + Math.cos(angle) * radius * 0.6, y + Math.sin(angle) * radius * 0.6, radius * 0.52, {
      fill: petal % 2 === 0 ? '#fdeef0' : palette.blossom,
      opacity: 0.95,
    });
  }
  d.circle(x, y, radius * 0.3, { fill: palette.blossomDeep }).circle(x, y, radius * 0.14, {
    fill: palette.gold,
  });
}

/** A plant in a pot, for rooms. */
export function potPlant(d: Drawing, random: Random, x: number, y: number, height: number): void {
  for (let leaf = 0; leaf < 9; leaf += 1) {
    const angle = -Math.PI / 2 + (leaf - 4) * 0.26 + random.between(-0.08, 0.08);
    const length = height * random.between(0.5, 0.72);
    const foot = y - height * 0.28;
    const tipX = x + Math.cos(angle) * length;
    const tipY = foot + Math.sin(angle) * length;
    const wide = height * 0.08;
    d.path(
      `M${n(x)} ${n(foot)}Q${n((x + tipX) / 2 - wide)} ${n((foot + tipY) / 2)} ${n(tipX)} ${n(tipY)}Q${n((x + tipX) / 2 + wide)} ${n((foot + tipY) / 2)} ${n(x)} ${n(foot)}`,
      { fill: mix(palette.jade, leaf % 2 === 0 ? palette.jadeDeep : palette.jadeLight, 0.5) },
    );
  }
  d.polygon(
    [
      [x - height * 0.16, y - height * 0.3],
      [x + height * 0.16, y - height * 0.3],
      [x + height * 0.11, y],
      [x - height * 0.11, y],
    ],
    {
      fill: d.linear(
        [
          [0, '#f1ede4'],
          [1, '#cfc6b5'],
        ],
        0,
      ),
    },
  );
}
