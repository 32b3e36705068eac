/** A read page ─► what the draft's text fields hold. Pure. */

import { missingPicture } from '@xinglin/shared/checks/pictures.js';
import {
  applyPunctuation,
  type PunctuationEdit,
  proposePunctuation,
} from '@xinglin/shared/checks/punctuation.js';
import { escapeMarkdown } from './escape.ts';
import type { ImportedPage } from './page.ts';

/** The fields in which punctuation may be restored, in the order of the page. */
export const textFields = ['title', 'subtitle', 'editorNote', 'body', 'byline'] as const;
export type TextField = (typeof textFields)[number];

export const fieldLabels: Readonly<Record<TextField, string>> = {
  title: '标题',
  subtitle: '副标题',
  editorNote: '编者按',
  body: '正文',
  byline: '署名',
};

export interface DraftTexts {
  texts: Partial<Record<TextField, string>>;
  /** Backslashes added so that Markdown shows what the page showed. */
  escaped: number;
}

/** The texts in the page's own bytes. */
export function draftTexts(page: ImportedPage): DraftTexts {
  let escaped = 0;
  const markdown = (text: string) => {
    const result = escapeMarkdown(text);
    escaped += result.added;
    return result.text;
  };
  const body = page.blocks
    .map((block) => (block.kind === 'picture' ? missingPicture(block.name) : markdown(block.text)))
    .join('\n\n');
  const texts: DraftTexts['texts'] = { title: page.title, body };
  if (page.subtitle !== undefined) texts.subtitle = page.subtitle;
  if (page.editorNote !== undefined) texts.editorNote = markdown(page.editorNote);
  if (page.byline !== undefined) texts.byline = page.byline;
  return { texts, escaped };
}

export interface PunctuationProposal {
  field: TextField;
  before: string;
  after: string;
  edits: PunctuationEdit[];
}

/** Fields in which full-width marks should stand, with the texts before and after. */
export function punctuationProposals(texts: DraftTexts['texts']): PunctuationProposal[] {
  return textFields.flatMap((field) => {
    const before = texts[field];
    if (before === undefined) return [];
    const edits = proposePunctuation(before);
    return edits.length === 0 ? [] : [{ field, before, after: applyPunctuation(before, edits), edits }];
  });
}
