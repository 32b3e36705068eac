/** The pieces of random items: few ids, so that items meet; words with the traps of Chinese typesetting. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import { sections } from '@xinglin/shared/paths.js';
import fc from 'fast-check';

const counts = {
  article: 12,
  campus: 2,
  channel: 5,
  consultation: 3,
  department: 4,
  disease: 3,
  doctor: 4,
  media: 4,
  notice: 5,
  page: 3,
  series: 2,
  site: 1,
  slot: 3,
  tag: 3,
  topic: 2,
  video: 2,
} as const satisfies Record<ItemType, number>;

/** One of the ids that documents of a type can have. */
export function ids(type: ItemType): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: counts[type] }).map((number) => `${type}${number}`);
}

export function refs(type: ItemType): fc.Arbitrary<string[]> {
  return fc.uniqueArray(ids(type), { maxLength: 3 });
}

/** Now and then a document moves to another address. */
export function slugOf(id: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(id) },
    { weight: 1, arbitrary: fc.constant(`${id}-xin`) },
  );
}

const words = [
  '智算实验室揭牌',
  '“义诊”进社区',
  '关于**《通知》**的说明',
  '心内科',
  'AI 辅助 <诊断>',
  '3&4 号楼',
  '单小伟',
];
export const line: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join('，'));

const sectionNames = Object.entries(sections);
const link = fc
  .constantFrom(...sectionNames)
  .chain(([type, segment]) => ids(type as ItemType).map((id) => `[${id}](/${segment}/${id}/)`));
const paragraph = fc.oneof(
  line,
  link,
  ids('media').map((id) => `![图片](media:${id} "说明")`),
  ids('media').map((id) => `[附件](media:${id})`),
  fc.constantFrom(
    '![图片3.jpg](missing:图片3.jpg)',
    '## 小标题',
    '- 一\n- 二',
    '<script>alert(1)</script>',
    '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
  ),
);
export const markdown: fc.Arbitrary<string> = fc
  .array(paragraph, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('\n\n'));

/** Few months, so that archives meet and become empty. */
export const day: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('2025-12', '2026-10', '2026-11'), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `${month}-${String(date).padStart(2, '0')}`);

/** When something was first published: seldom the day that the office typed. */
export const firstPublishedAt: fc.Arbitrary<string> = fc
  .tuple(day, fc.constantFrom('08:30:00', '14:02:07'))
  .map(([on, at]) => `${on}T${at}+08:00`);

export const minute: fc.Arbitrary<string> = fc.constantFrom('00:00', '08:30', '14:02', '23:59');
