/** One palette for all pictures: jade, apricot, paper and ink, with the greens and blues between them. */
export const palette = {
  paper: '#fbf6ec',
  cream: '#f3e9d6',
  sand: '#e2d1b3',
  stone: '#c9c2b4',
  mist: '#dfe9e6',
  sky: '#bcd9e2',
  lake: '#7fb0bd',
  steel: '#5d7f8c',
  jadePale: '#cfe5da',
  jadeLight: '#8fc3ac',
  jade: '#3f8f75',
  jadeDeep: '#1f5c4c',
  pine: '#17433a',
  apricotPale: '#fbe0c8',
  apricot: '#f0a868',
  apricotDeep: '#d97f3e',
  blossom: '#f7cfd2',
  blossomDeep: '#e59aa6',
  gold: '#e8bb4b',
  goldPale: '#f6dd97',
  red: '#b8352f',
  redDeep: '#8c2422',
  ink: '#1d2b33',
  inkSoft: '#3c505a',
  night: '#14283a',
  nightSoft: '#27435a',
  white: '#ffffff',
  wood: '#a9784f',
  woodDeep: '#7d5536',
} as const;

export const skinTones = ['#f2c9a5', '#ecbd95', '#e5b189', '#d9a279'] as const;
export const hairTones = ['#23201f', '#2e2622', '#3a2c25', '#1b1d22'] as const;

/** A colour between two, `part` of the way from the first to the second. */
export function mix(from: string, to: string, part: number): string {
  const channel = (at: number) => {
    const [low, high] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((low ?? 0) + ((high ?? 0) - (low ?? 0)) * part)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
