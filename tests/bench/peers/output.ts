/** What a generator wrote. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Pages, feeds and sitemaps with their bytes; pages that only send on to page 1 of a list are none of the site's. */
export function countFiles(folder: string): { pages: number; bytes: number } {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(?:html|xml)$/.test(file) || file.endsWith('/page/1/index.html')) continue;
    pages += 1;
    bytes += statSync(file).size;
  }
  return { pages, bytes };
}
