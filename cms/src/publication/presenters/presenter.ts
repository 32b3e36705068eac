/** What a presenter is: how a Strapi document is read, and how it becomes an item of the contract. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Row } from './fields.ts';

/** All that a presented form depends on beside the document itself. */
export interface PresentContext {
  now: Date;
  /** Origin of the public site, without a trailing slash. */
  siteUrl: string;
  /** `/uploads/x.jpg` → documentId of the file, for the files that the document's texts name. */
  files: ReadonlyMap<string, string>;
}

/** A form to be validated against the contract, and when it changes by itself (law 1: time is content). */
export interface Candidate {
  form: Record<string, unknown>;
  boundary?: Date | undefined;
}

/** Strapi's `populate`, kept to what the presented form shows. */
export type Populate = Record<string, true | { select?: string[]; populate?: Populate }>;

export interface Presenter {
  type: ItemType;
  uid: string;
  /** Draft & publish: only the published row is presented. */
  drafted: boolean;
  populate: Populate;
  /** Attributes whose Markdown may name uploaded files. */
  texts: readonly string[];
  /** Pure. Relations in `row` are those that exist: what was deleted is not among them. */
  present(row: Row, context: PresentContext): Candidate;
}

/** Populates a relation by identity alone. */
export const identity = { select: ['id', 'documentId'] };
