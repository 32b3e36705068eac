/**
 * 缺图: places in a body that wait for a picture, `![图片3.jpg](missing:图片3.jpg)`. An import makes them;
 * readers see nothing there; the office puts the picture in. Safe in browsers.
 */

export interface MissingPicture {
  /** What the old page called it. */
  name: string;
  /** UTF-16 offset of the place in the body. */
  at: number;
  /** Counted from 1. */
  line: number;
  /** The beginning of the text before it, or '' where it stands first. */
  after: string;
}

const place = /!\[(?:\\.|[^\]\\\n])*\]\(missing:([^\s()]*)\)/g;

/** The Markdown of a place that waits for a picture of this name. */
export function missingPicture(name: string): string {
  const address = name.replace(
    /[\s%()<>]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `![${name.replace(/[[\]\\]/g, '\\$&')}](missing:${address})`;
}

/** The places of a body that wait for a picture, in order. */
export function missingPictures(body: string): MissingPicture[] {
  return [...body.matchAll(place)].map((match) => {
    const earlier = body.slice(0, match.index);
    return {
      name: decodeName(match[1] ?? ''),
      at: match.index,
      line: earlier.split('\n').length,
      after: lastProse(earlier),
    };
  });
}

function decodeName(address: string): string {
  return address.replace(/%([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The last line of text before a place, cut to what recognises it. */
function lastProse(text: string): string {
  const lines = text.replace(place, '').split('\n');
  const line = lines.findLast((candidate) => candidate.trim() !== '')?.trim() ?? '';
  return line.length > 16 ? `${line.slice(0, 16)}…` : line;
}
