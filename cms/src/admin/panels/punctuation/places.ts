/** A proposal as places to read: each mark with the words around it. Pure. */
import { type PunctuationEdit, proposePunctuation } from '@xinglin/shared/checks/punctuation.js';

export interface PunctuationPlace extends PunctuationEdit {
  before: string;
  after: string;
}

/** Words shown on either side of a mark, in UTF-16 units. */
const around = 6;

/** Where full-width marks should stand, with the words around each, within its line. */
export function punctuationPlaces(text: string): PunctuationPlace[] {
  return proposePunctuation(text).map((edit) => {
    const lineStart = text.lastIndexOf('\n', edit.at - 1) + 1;
    const nextLine = text.indexOf('\n', edit.at);
    const lineEnd = nextLine < 0 ? text.length : nextLine;
    return {
      ...edit,
      before: text.slice(Math.max(lineStart, edit.at - around), edit.at),
      after: text.slice(edit.at + 1, Math.min(lineEnd, edit.at + 1 + around)),
    };
  });
}
