/** Rows of a snapshot's tables as they are read. */
import type { Item, ItemType } from './content/item.ts';
import type { Standing } from './delta.ts';
import type { Put } from './feed.ts';

export interface Row {
  data: string;
}

export interface IdRow {
  id: string;
}

export interface ItemRow extends Row {
  revision: number;
  digest: string;
  act: string | null;
  at: string | null;
}

export interface Count {
  n: number;
}

export interface PendingRow {
  type: ItemType;
  id: string;
  before: string | null;
}

export interface Revised {
  revision: number;
  act: string | undefined;
  standing: Standing;
}

/** A file that the feed calls whole and that could not be made. */
export interface Verdict {
  sha256: string;
  /** Why, in Chinese. */
  problem: string;
  /** Whether trying again with the same bytes is useless. */
  lasting: boolean;
}

export function toPut({ revision, digest, act, at, data }: ItemRow): Put {
  const item = JSON.parse(data) as Item;
  return { kind: 'put', revision, digest, ...(act !== null && { act }), ...(at !== null && { at }), item };
}

export function parseAll<Value>(rows: unknown[]): Value[] {
  return rows.map((row) => JSON.parse((row as Row).data) as Value);
}
