/** Grounds for pictures of an idea: a quiet field of colour with large soft shapes. */
import { mix } from '../palette.ts';
import type { Random } from '../random.ts';
import type { Drawing } from '../svg.ts';

/** Fills the picture and lights its middle. */
export function paper(d: Drawing, random: Random, tone: string): void {
  const { width: w, height: h } = d;
  d.rect(0, 0, w, h, {
    fill: d.linear(
      [
        [0, mix(tone, '#ffffff', 0.5)],
        [1, mix(tone, '#ffffff', 0.1)],
      ],
      60,
    ),
  });
  for (let shape = 0; shape < 7; shape += 1) {
    d.circle(random.between(0, w), random.between(0, h), random.between(0.1, 0.32) * w, {
      fill: random.chance(0.6) ? '#ffffff' : tone,
      opacity: random.between(0.08, 0.2),
    });
  }
  d.ellipse(w / 2, h / 2, w * 0.5, h * 0.56, {
    fill: d.radial([
      [0, '#ffffff', 0.7],
      [1, '#ffffff', 0],
    ]),
  });
}

/** Leaves scattered round the edge. */
export function leaves(d: Drawing, random: Random, colour: string, count = 14): void {
  for (let leaf = 0; leaf < count; leaf += 1) {
    const angle = (leaf / count) * Math.PI * 2 + random.between(-0.1, 0.1);
    const x = d.width / 2 + Math.cos(angle) * d.width * random.between(0.4, 0.5);
    const y = d.height / 2 + Math.sin(angle) * d.height * random.between(0.4, 0.5);
    d.at({ x, y, scale: random.between(0.7, 1.5), turn: random.between(0, 360) }, () => {
      d.path('M0 0Q34 -40 0 -100Q-34 -40 0 0Z', {
        fill: mix(colour, '#ffffff', random.between(0, 0.4)),
        opacity: 0.8,
      });
      d.path('M0 0L0 -84', { stroke: '#ffffff', width: 2, opacity: 0.6 });
    });
  }
}

/** A pulse running across the picture. */
export function pulse(d: Drawing, y: number, colour: string, width = 9): void {
  d.path(`M0 ${y}H520l30 -26 26 26h40l26 -150 44 260 36 -170 22 60h60l34 -44 34 44H1600`, {
    stroke: colour,
    width,
    cap: 'round',
    opacity: 0.9,
  });
}
