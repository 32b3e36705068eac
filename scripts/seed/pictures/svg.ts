/** A drawing in the making: shapes as SVG text, gradients by reference. No text is ever drawn. */
export interface Style {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  cap?: 'round' | 'butt';
  dash?: string;
}

type Stop = readonly [offset: number, colour: string, opacity?: number];

export class Drawing {
  readonly width: number;
  readonly height: number;
  readonly #defs: string[] = [];
  readonly #shapes: string[] = [];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  /** A gradient from top to bottom, or at an angle in degrees; gives what `fill` takes. */
  linear(stops: readonly Stop[], angle = 90): string {
    const turn = angle === 90 ? 'x1="0" y1="0" x2="0" y2="1"' : `gradientTransform="rotate(${angle} .5 .5)"`;
    return this.#define(`<linearGradient id="ID" ${turn}>${stopsOf(stops)}</linearGradient>`);
  }

  /** A gradient from a centre outwards. */
  radial(stops: readonly Stop[], centre: readonly [number, number] = [0.5, 0.5], radius = 0.5): string {
    const [x, y] = centre;
    return this.#define(
      `<radialGradient id="ID" cx="${x}" cy="${y}" r="${radius}">${stopsOf(stops)}</radialGradient>`,
    );
  }

  rect(x: number, y: number, width: number, height: number, style: Style = {}, round = 0): this {
    const corner = round === 0 ? '' : ` rx="${n(round)}"`;
    return this.#draw(
      `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${corner}${attributes(style)}/>`,
    );
  }

  circle(x: number, y: number, radius: number, style: Style = {}): this {
    return this.#draw(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"${attributes(style)}/>`);
  }

  ellipse(x: number, y: number, rx: number, ry: number, style: Style = {}): this {
    return this.#draw(`<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}"${attributes(style)}/>`);
  }

  path(data: string, style: Style = {}): this {
    return this.#draw(`<path d="${data}"${attributes(style)}/>`);
  }

  /** A closed shape through points. */
  polygon(points: readonly (readonly [number, number])[], style: Style = {}): this {
    return this.path(`M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`, style);
  }

  line(x1: number, y1: number, x2: number, y2: number, style: Style): this {
    return this.path(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, { fill: 'none', ...style });
  }

  /** Draws what `inside` draws, moved, scaled and turned (degrees) about its own origin. */
  at(
    place: { x: number; y: number; scale?: number; mirror?: boolean; turn?: number },
    inside: () => void,
  ): this {
    const { x, y, scale = 1, mirror = false, turn = 0 } = place;
    this.#shapes.push(
      `<g transform="translate(${n(x)} ${n(y)})${turn === 0 ? '' : ` rotate(${n(turn)})`} scale(${n(mirror ? -scale : scale)} ${n(scale)})">`,
    );
    inside();
    return this.#draw('</g>');
  }

  /** The whole drawing. */
  toSvg(): string {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${this.#defs.join('')}</defs>${this.#shapes.join('')}</svg>`;
  }

  #draw(shape: string): this {
    this.#shapes.push(shape);
    return this;
  }

  #define(definition: string): string {
    const id = `d${this.#defs.length}`;
    this.#defs.push(definition.replace('ID', id));
    return `url(#${id})`;
  }
}

function stopsOf(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('');
}

function attributes({ fill, stroke, width, opacity, cap, dash }: Style): string {
  return [
    fill === undefined ? (stroke === undefined ? '' : ' fill="none"') : ` fill="${fill}"`,
    stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${n(width ?? 2)}"`,
    opacity === undefined ? '' : ` opacity="${n(opacity)}"`,
    cap === undefined ? '' : ` stroke-linecap="${cap}" stroke-linejoin="round"`,
    dash === undefined ? '' : ` stroke-dasharray="${dash}"`,
  ].join('');
}

/** At most two decimals: enough for a picture, and the same text on every machine. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
