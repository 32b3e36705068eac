/** What dense items are made of: few ids, few words, few days. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Dice } from './corpus-random.ts';

/** How many documents of a type there can be. */
export const counts = {
  article: 60,
  campus: 3,
  channel: 6,
  consultation: 12,
  department: 3,
  disease: 4,
  doctor: 10,
  media: 5,
  notice: 12,
  page: 5,
  series: 2,
  site: 1,
  slot: 3,
  tag: 4,
  topic: 2,
  video: 10,
} as const satisfies Record<ItemType, number>;

/** What the items of one newsroom have in common. */
export interface Surroundings {
  dice: Dice;
  /** Months in which anything is published: one makes it long, several make gaps. */
  months: readonly string[];
  /** Paths that texts may name: of what is there, was there or never was. */
  links: () => readonly string[];
}
const words = ['智算实验室揭牌', '义诊进社区', '心内科', '单小伟', '三号楼', '科普', '公告', '停诊安排'];

export function line({ dice }: Surroundings): string {
  return `${dice.pick(words)}${dice.int(1, 99)}`;
}

export function maybe<Value>({ dice }: Surroundings, value: () => Value): Value | undefined {
  return dice.chance(0.5) ? value() : undefined;
}

export function ref({ dice }: Surroundings, type: ItemType): string {
  // One more than there are: what is named need not be there.
  return `${type}${dice.int(1, counts[type] + (dice.chance(0.1) ? 1 : 0))}`;
}

export function refs(around: Surroundings, type: ItemType, most = 2): string[] {
  const count = around.dice.int(0, most);
  return [...new Set(Array.from({ length: count }, () => ref(around, type)))];
}

export function body(around: Surroundings): string {
  const { dice } = around;
  const parts = [line(around)];
  for (let turn = dice.int(0, 2); turn > 0; turn -= 1) {
    parts.push(
      dice.chance(0.7)
        ? `${dice.chance(0.5) ? '' : '见 '}[${line(around)}](${dice.pick(around.links())})`
        : `![图](media:${ref(around, 'media')})`,
    );
  }
  return parts.join('\n\n');
}

export function day({ dice, months }: Surroundings): string {
  return `${dice.pick(months)}-${String(dice.int(1, 9)).padStart(2, '0')}`;
}

/** When the CMS first presented it: seldom the day that the office typed. */
export function firstPublished(around: Surroundings): string {
  return `${day(around)}T14:02:07+08:00`;
}

export function attachments(around: Surroundings): object[] {
  return around.dice.chance(0.2) ? [{ media: ref(around, 'media'), name: '附件' }] : [];
}

/** Makes all of an item but its type, id and slug. */
export type Maker = (around: Surroundings, number: number) => object;
