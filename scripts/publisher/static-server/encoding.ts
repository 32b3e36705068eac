/** Which encoding an answer takes (RFC 9110, 12.5.3). Pure. */

export type Encoding = 'br' | 'gzip';

/** What a variant's file is named beside its own. */
export const suffixOf = { br: '.br', gzip: '.gz' } as const satisfies Record<Encoding, string>;

/** The encodings that a request accepts, best first: by weight, then the smaller one. Empty: the bytes as they are. */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
    // A weight that is none refuses: plain bytes are always right.
    weights.set(name, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0);
  }
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ??
    (encoding === 'gzip' ? weights.get('x-gzip') : undefined) ??
    weights.get('*') ??
    0;
  const identity = weights.get('identity') ?? 0;
  return (['br', 'gzip'] as const)
    .filter((encoding) => weightOf(encoding) > 0 && weightOf(encoding) >= identity)
    .sort((a, b) => weightOf(b) - weightOf(a));
}
