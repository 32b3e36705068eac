/** 目录: shown where a body is long enough for a reader to want to know what is in it. */
import { type Part, partsOf } from '@xinglin/shared/body/contents.js';
import { stripTags } from '@xinglin/shared/body/text.js';

/** Two headings are seen at a glance. */
const fewest = 3;

/** Characters: about four screens of a phone at 18 px. A shorter text is scrolled through sooner than chosen from. */
const long = 1500;

/** The parts of a rendered body; none where it is not long. */
export function contentsOf(html: string): Part[] {
  const parts = partsOf(html);
  return parts.length >= fewest && stripTags(html).length >= long ? parts : [];
}
