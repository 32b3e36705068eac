/** Telephone numbers as the office typed them, as links that dial. */

/** One number of a line: its words, and what dials it; without `url` where it is no whole number. */
export interface Phone {
  label: string;
  url?: string;
}

/** What the office puts between several numbers. A space is part of one: `010-5550 0100`. */
const between = /[、，,;；/／]|或/;

/** Shorter than this is the end of the number before it (`5550 0100/0101`), but for the state's own numbers. */
const least = 5;
const short = /^(?:1[12]\d|999)$/;

/** `010-5550 0100转8123、120` ─► both numbers; an extension is dialled after a pause. */
export function phonesOf(line: string): Phone[] {
  return line
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((label) => {
      const [number = '', extension = ''] = label.normalize('NFKC').split('转').map(digitsOf);
      if (number.length < least && !short.test(number)) return { label };
      return { label, url: `tel:${number}${extension && `,${extension}`}` };
    });
}

/** What dials the first number of a line; undefined where it holds none. */
export function dialOf(line: string | undefined): string | undefined {
  return line === undefined ? undefined : phonesOf(line).find(({ url }) => url !== undefined)?.url;
}

function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, '');
  return /^\D*\+/.test(text) ? `+${digits}` : digits;
}
