/**
 * Items without their long texts. Most who ask for an item put it in a list and never read its body, which is
 * nine tenths of it: so a snapshot keeps a card beside each item, and reads the texts when they are asked for.
 */
import { canonicalJson } from './canonical.ts';
import type { Item } from './content/item.ts';
import { frozen } from './frozen.ts';

/** Fields that may be long. Any other text is part of the card whatever its length. */
const textFields = [
  'answer',
  'body',
  'clinicNote',
  'editorNote',
  'intro',
  'transcript',
  'transport',
] as const;

/** Characters up to which a text is part of the card all the same. */
const short = 120;

interface Spelled {
  card: Record<string, unknown>;
  /** Names of the fields that the card lacks. */
  apart: string[];
}

/** An item's card as a snapshot stores it. */
export function spellCard(item: Item): string {
  const card: Record<string, unknown> = { ...item };
  const apart = textFields.filter((name) => typeof card[name] === 'string' && card[name].length > short);
  for (const name of apart) delete card[name];
  return canonicalJson({ card, apart });
}

/**
 * The item again, frozen; a long text is asked of `text` each time it is read.
 * @param spelled what `spellCard` gave.
 */
export function readCard(spelled: string, text: (name: string) => string): Item {
  const { card, apart } = JSON.parse(spelled) as Spelled;
  for (const part of Object.values(card)) frozen(part);
  for (const name of apart) {
    Object.defineProperty(card, name, { enumerable: true, get: () => text(name) });
  }
  return Object.freeze(card) as unknown as Item;
}
