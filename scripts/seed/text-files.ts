/** The Markdown files of `content/` as documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { draftedTypes } from '@xinglin/shared/content/item.js';
import { fillDays } from './dates.ts';
import type { DemoDocument } from './documents.ts';
import { checkFields, readTextFile } from './front-matter.ts';
import { folders, textKey } from './texts.ts';

/**
 * Reads every text below a folder like `content/`.
 * @param today The day of seeding, to which some dates are relative.
 * @throws ContentFault naming file and field.
 */
export function textDocuments(directory: string, today: string): DemoDocument[] {
  return folders.flatMap(({ folder, type, body: bodyAttribute, frontMatter }) =>
    markdownFiles(join(directory, folder)).map((path): DemoDocument => {
      const place = `${folder}/${basename(path)}`;
      const key = checkFields(`${place}: its name`, textKey, basename(path, '.md'));
      const { fields, body } = readTextFile(place, readFileSync(path, 'utf8'));
      const data = checkFields(place, frontMatter(today), fields ?? {});
      return {
        key: `${type}/${key}`,
        type,
        place,
        data: {
          ...data,
          slug: key,
          [bodyAttribute]: fillDays(body, today),
          ...(draftedTypes.includes(type) ? {} : { visible: true }),
        },
      };
    }),
  );
}

/** In code-unit order, which no locale changes. */
function markdownFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(directory, name));
}
