/**
 * Which stretches of a Markdown text are not prose: code, tags, entities, addresses, pictures, link targets.
 * A check that proposes edits to prose must leave every one of them byte-equal. Safe in browsers.
 */

/** A stretch of a text: UTF-16 offsets, `end` excluded. */
export interface Stretch {
  start: number;
  end: number;
}

/** Address characters, without Chinese ones; what ends a sentence is taken off the end again below. */
const bareAddress = /(?:https?:\/\/|ftp:\/\/|mailto:|tel:|www\.)[\w\-.~:/?#@!$&'()*+,;=%]+/gi;

const patterns: readonly RegExp[] = [
  // Fenced code, up to its own fence or the end of the text.
  /^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?)??(?:\n {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm,
  // Code in a line: closed by as many backticks as opened it.
  /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g,
  /<!--[\s\S]*?-->/g,
  // An HTML tag or an automatic link; `<` before Chinese or a digit is prose ("<3小时").
  /<[a-z/!][^<>\n]*>/gi,
  /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi,
  // A picture, whole: its description belongs to the media library.
  /!\[(?:\\.|[^\]\\\n])*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?/g,
  // What stands behind the text of a link.
  /(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g,
  // A link definition, to the end of its line.
  /^ {0,3}\[[^\]\n]+\]:[^\n]*$/gm,
  // A character that Markdown was told to take literally.
  /\\[!-/:-@[-`{-~]/g,
];

/** Stretches that are not prose, in order, overlapping ones joined. */
export function syntaxStretches(text: string): Stretch[] {
  const found: Stretch[] = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  for (const match of text.matchAll(bareAddress)) {
    found.push({ start: match.index, end: match.index + addressLength(match[0]) });
  }
  return join(found);
}

/** Without what ends the sentence around it, and without a bracket that was opened outside. */
function addressLength(address: string): number {
  let rest = address;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/[.,;:!?'"*_~]+$/, '');
    if (rest.endsWith(')') && rest.split(')').length > rest.split('(').length) rest = rest.slice(0, -1);
  }
  return rest.length;
}

function join(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else joined.push({ ...stretch });
  }
  return joined;
}
