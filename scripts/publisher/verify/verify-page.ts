/**
 * Verify before apply. `verifyPage` looks at one page where it is made, in whichever thread; `settled` takes the
 * findings of a whole pass together, once all its bytes are known.
 */
import { type Finding, finding } from './findings.ts';
import { inspect, type PageBytes } from './inspect.ts';
import { anchorsOf } from './inspect-html.ts';
import { lintHead } from './lint-head.ts';
import { partsOf } from './targets.ts';

/** What a page is held against. */
export interface Surroundings {
  /** The site's origin as pages spell it, without a slash at its end. */
  publicUrl: string;
  /** Whether who follows a link gets a page or a file: planned with 200 or 301, or a file that stays. */
  stands(path: string): boolean;
}

/** Written from the plan itself: asking for each of its links would cost what the plan costs. */
const selfEvident = /^sitemap/;

/** Pages named in a sentence; of the others it says how many. */
const namedPages = 3;

/**
 * Everything wrong with a page. One with level `problem` means: keep the bytes that are live. An anchor on
 * another page is reported unseen: `settled` looks whether it is there.
 */
export function verifyPage(page: PageBytes, { publicUrl, stands }: Surroundings): Finding[] {
  const { targets, findings, head } = inspect(page, publicUrl);
  const lint = head === undefined ? [] : lintHead(page, head, publicUrl);
  const dead = new Set<string>();
  const links = (selfEvident.test(page.kind) ? [] : targets).flatMap((target): Finding[] => {
    const { path, anchor } = partsOf(target);
    if (dead.has(path) || path === page.path) return [];
    if (!stands(path)) {
      dead.add(path);
      return [{ ...finding('dead-link', page.path, ''), target: path }];
    }
    return anchor === '' ? [] : [{ ...finding('dead-anchor', page.path, ''), target }];
  });
  return [...findings, ...lint, ...links];
}

/**
 * The findings of a pass as they are told: links of many pages to one place as one, anchors that are there left
 * out. `bytesOf` gives an HTML page as it will be live, where it is at hand; where not, its anchors are believed.
 */
export function settled(
  findings: readonly Finding[],
  bytesOf: (path: string) => Uint8Array | undefined,
): Finding[] {
  const anchors = new Map<string, ReadonlySet<string> | undefined>();
  const isThere = ({ kind, target = '' }: Finding): boolean => {
    if (kind !== 'dead-anchor') return false;
    const { path, anchor } = partsOf(target);
    if (!anchors.has(path)) {
      const bytes = bytesOf(path);
      anchors.set(path, bytes && anchorsOf(bytes));
    }
    return anchor === 'top' || anchors.get(path)?.has(anchor) !== false;
  };
  const about = new Map<string, Finding[]>();
  const told: Finding[] = [];
  for (const one of findings) {
    if (one.target === undefined) told.push(one);
    else if (about.has(one.target)) about.get(one.target)?.push(one);
    else about.set(one.target, [one]);
  }
  return [...told, ...[...about.values()].flatMap((same) => (same.every(isThere) ? [] : together(same)))];
}

/** One finding of all those about one place. */
function together(same: readonly Finding[]): Finding {
  const [first] = same as [Finding];
  const { path, anchor } = partsOf(first.target ?? '');
  const some = same.slice(0, namedPages).map((one) => one.path);
  const where =
    same.length > namedPages ? `${some.join('、')} 等 ${same.length} 个页面上` : `${some.join('、')} 上`;
  const lacking = anchor === '' ? `${path}，那里没有内容` : `${path} 的「#${anchor}」，那一页上没有这一处`;
  return { ...first, text: `${where}有链接或图片指向 ${lacking}。` };
}
