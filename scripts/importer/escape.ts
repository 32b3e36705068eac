/**
 * Plain text ─► Markdown that shows the same text. A backslash only where Markdown would read a mark as its
 * own; the text's other bytes stay as they are.
 */

export interface EscapedText {
  text: string;
  /** Backslashes added. */
  added: number;
}

const rules: readonly RegExp[] = [
  // A backslash before punctuation would vanish.
  /\\(?=[!-/:-@[-`{-~])|\\$/g,
  /[*`]/g,
  // Inside a Latin word an underscore is plain text.
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  /~(?=~)|(?<=~)~/g,
  /<(?=[a-z/!?])/gi,
  /&(?=#\d|#x[\da-f]|[a-z][a-z\d]*;)/gi,
  // A link or a picture begins at its bracket.
  /\[(?=[^\]]*\]\s*[(:[])/g,
  /^#(?=#{0,5}(?:\s|$))/g,
  /^>/g,
  /^[-+](?=\s|$)/g,
  /(?<=^\d{1,9})[.)](?=\s|$)/g,
  // Lines of a heading's underline, a rule, or a table.
  /^(?:-(?=[-\s]*$)|=(?==*\s*$))/g,
  /\|/g,
];

/** Escapes one paragraph, which is one line. */
export function escapeMarkdown(paragraph: string): EscapedText {
  const at = new Set(rules.flatMap((rule) => Array.from(paragraph.matchAll(rule), ({ index }) => index)));
  const text = Array.from({ length: paragraph.length }, (_, index) => {
    const unit = paragraph.charAt(index);
    return at.has(index) ? `\\${unit}` : unit;
  }).join('');
  return { text, added: at.size };
}
