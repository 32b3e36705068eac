/** Which articles there are to be read: a file that the publisher writes, read again whenever it is another one. */
import { readFileSync, statSync } from 'node:fs';
import type { Say } from '../ports.ts';

const idLine = /^[a-z0-9]{1,64}$/;

export interface PublishedIds {
  /** Looks, and hands over what the file says where it has changed. */
  look(): void;
}

/**
 * Before the first release there is no file, and no article; a file that cannot be read leaves what was known.
 * It is replaced whole (`rename`), so that it is never read half.
 */
export function publishedIds(
  file: string,
  publish: (ids: ReadonlySet<string>) => void,
  say: Say,
): PublishedIds {
  let seen = '';
  let failed = false;
  return {
    look() {
      try {
        const found = statSync(file, { bigint: true, throwIfNoEntry: false });
        if (found === undefined) return;
        const mark = `${found.ino} ${found.size} ${found.mtimeNs}`;
        if (mark === seen) return;
        publish(
          new Set(
            readFileSync(file, 'latin1')
              .split('\n')
              .filter((line) => idLine.test(line)),
          ),
        );
        seen = mark;
        failed = false;
      } catch (error) {
        if (!failed) say(`读不到已发布文章的清单 ${file}：${(error as Error).message}。先按原来的清单计数。`);
        failed = true;
      }
    },
  };
}
