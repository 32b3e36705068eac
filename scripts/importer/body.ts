/** Between head and foot: 编者按, paragraphs, places of pictures, the closing credit. */
import type { Block, ImportedPage } from './page.ts';
import type { Ledger, Line } from './source.ts';

const noteLabel = /^(?:【编者按】|\[编者按\]|［编者按］|编者按\s*[:：])\s*[:：]?\s*/;
const pictureName = /^[^\s<>"|?*\\/]{1,120}\.(?:jpe?g|png|gif|bmp|webp|tiff?)$/i;
const credit = /^([(（])([^()（）]{1,200})([)）])$/;

type Body = Pick<ImportedPage, 'editorNote' | 'blocks' | 'byline'>;

/** Whether a line holds nothing but names of pictures. */
export function isPictureLine({ text }: Line): boolean {
  return text.split(/\s+/).every((name) => pictureName.test(name));
}

/** Reads the lines of the body. Each line of the old page is one paragraph: a saved page wraps none. */
export function readBody(lines: readonly Line[], ledger: Ledger): Body {
  const rest = [...lines];
  const editorNote = readNote(rest, ledger);
  const byline = readCredit(rest, ledger);
  const blocks: Block[] = [];
  let paragraphs = 0;
  for (const line of rest) {
    if (isPictureLine(line)) {
      blocks.push(...readPictures(line, ledger));
      continue;
    }
    paragraphs += 1;
    ledger.line(line, 'field', `正文第 ${paragraphs} 段`);
    blocks.push({ kind: 'paragraph', text: line.text });
  }
  return {
    blocks,
    ...(editorNote === undefined ? {} : { editorNote }),
    ...(byline === undefined ? {} : { byline }),
  };
}

/** 编者按 is one paragraph: behind its label, or the one after it. */
function readNote(lines: Line[], ledger: Ledger): string | undefined {
  const [first, second] = lines;
  const label = first === undefined ? undefined : noteLabel.exec(first.text)?.[0];
  if (first === undefined || label === undefined) return undefined;
  ledger.mark(first.start, label.trimEnd(), 'label', '「编者按」标签');
  lines.shift();
  const own = first.text.slice(label.length);
  if (own !== '') {
    ledger.mark(first.start + label.length, own, 'field', '编者按');
    return own;
  }
  if (second === undefined || isPictureLine(second)) return undefined;
  ledger.line(second, 'field', '编者按');
  lines.shift();
  return second.text;
}

/** The last line, where it stands in brackets from end to end. */
function readCredit(lines: Line[], ledger: Ledger): string | undefined {
  const last = lines.at(-1);
  const found = last === undefined ? null : credit.exec(last.text);
  if (last === undefined || found === null) return undefined;
  const [, open = '', raw = '', close = ''] = found;
  const byline = raw.trim();
  if (byline === '') return undefined;
  ledger.mark(last.start, open, 'label', '署名的括号');
  ledger.mark(last.start + 1 + raw.indexOf(byline), byline, 'field', '署名');
  ledger.mark(last.start + 1 + raw.length, close, 'label', '署名的括号');
  lines.pop();
  return byline;
}

function readPictures(line: Line, ledger: Ledger): Block[] {
  return Array.from(line.text.matchAll(/\S+/g), ({ 0: name, index }) => {
    ledger.mark(line.start + index, name, 'field', '图片位置');
    return { kind: 'picture', name };
  });
}
