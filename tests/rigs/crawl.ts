/** Follows everything that pages of a site name on that site. */

export interface Crawled {
  /** Every path that answered, without query and fragment. */
  reached: ReadonlySet<string>;
  /** `page → path: why`, for each path that does not answer 200 and each `#` that is nowhere on its page. */
  dead: string[];
}

const attribute = /\s(?:href|src|poster|content)="((?:\/|https?:)[^"]*|(?<=href=")#[^"]*)"/g;
const sets = /\ssrcset="([^"]*)"/g;

/** Starts at the paths given, whatever status they have. `publicUrl` is how pages spell the site in full. */
export async function crawl(
  { url, publicUrl }: { url: string; publicUrl: string },
  starts: readonly string[],
): Promise<Crawled> {
  const reached = new Set(starts);
  const dead: string[] = [];
  const anchors: { from: string; path: string; anchor: string }[] = [];
  const pages = new Map<string, string>();
  const waiting = starts.map((path) => ({ path, from: '' }));
  const known = new Set(starts);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    const answer = await fetch(url + path, { redirect: 'manual' });
    if (answer.status !== 200 && !starts.includes(path)) dead.push(`${from} → ${path}: ${answer.status}`);
    else reached.add(path);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    const text = await answer.text();
    if (!isPage) continue;
    pages.set(path, text);
    for (const { target, anchor } of namedBy(text, path, publicUrl)) {
      if (anchor !== '') anchors.push({ from: path, path: target, anchor });
      if (!known.has(target)) waiting.push({ path: target, from: path });
      known.add(target);
    }
  }
  for (const { from, path, anchor } of anchors) {
    if (pages.get(path)?.includes(` id="${anchor}"`) === false)
      dead.push(`${from} → ${path}#${anchor}: no such place`);
  }
  return { reached, dead: [...new Set(dead)] };
}

function namedBy(page: string, path: string, publicUrl: string): { target: string; anchor: string }[] {
  const plain = Array.from(page.matchAll(attribute), ([, value = '']) => value);
  const many = Array.from(page.matchAll(sets), ([, value = '']) => value.split(/,\s+/)).flat();
  return [...plain, ...many.map((entry) => entry.trim().split(' ')[0] ?? '')].flatMap((value) => {
    const own = value.startsWith(`${publicUrl}/`) ? value.slice(publicUrl.length) : value;
    if (!/^(?:\/(?!\/)|#)/.test(own)) return [];
    const [target = '', anchor = ''] = own.split('#');
    return [{ target: (target === '' ? path : target).split('?')[0] ?? '', anchor }];
  });
}
