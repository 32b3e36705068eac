/** The table of contents of a rendered body. */
import { stripTags } from './text.ts';

/** A part of a body: where its heading stands, and what it says. */
export interface Part {
  id: string;
  label: string;
}

/** The parts of a body by its highest headings (`renderBody` with the usual base: `h2`). */
export function partsOf(html: string): Part[] {
  return Array.from(html.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/gs), ([, id = '', inner = '']) => ({
    id,
    label: stripTags(inner),
  }));
}
