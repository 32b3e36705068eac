/** Where a link leads, read as a browser reads it. */

/** From where a link is followed. */
export interface Base {
  /** The page's path. */
  path: string;
  /** The site's origin, without a slash at its end, as pages spell it in full. */
  publicUrl: string;
}

/** Most links: a path of this site, spelled as it is. */
export function isPlainPath(href: string): boolean {
  return /^\/(?!\/)[\w\-/]*$/.test(href);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An attribute's or a text's character references, as templates and sanitiser write them. */
export function unescaped(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal, hex, name: string) =>
    name === undefined
      ? String.fromCodePoint(Math.min(Number.parseInt(decimal ?? hex, hex === undefined ? 10 : 16), 0x10ffff))
      : (named[name.toLowerCase()] ?? ''),
  );
}

/**
 * The place on this site that a link means, `/a/` or `/a/#b`, decoded and without a query; undefined where it
 * leads elsewhere. What cannot be decoded is left as it is spelled: nothing stands there.
 */
export function targetOf(href: string, { path, publicUrl }: Base): string | undefined {
  if (isPlainPath(href)) return href;
  const own = href.startsWith(publicUrl) ? href.slice(publicUrl.length) || '/' : href;
  if (own !== href && isPlainPath(own)) return own;
  if (own.startsWith('#')) return own === '#' ? undefined : path + decoded(own);
  // Letters that go on after the origin, `https://a.cn.evil/`, make another origin.
  if (own !== href && !/^[/?#]/.test(own)) return undefined;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(own)) return undefined;
  const plain = own.startsWith('/') && !own.includes('/.') && !own.includes('?');
  return decoded(plain ? own : absolute(own, path));
}

/** A target's two parts; the anchor is '' where there is none. */
export function partsOf(target: string): { path: string; anchor: string } {
  const at = target.indexOf('#');
  return at < 0 ? { path: target, anchor: '' } : { path: target.slice(0, at), anchor: target.slice(at + 1) };
}

/** The addresses of a `srcset`, without their descriptors. */
export function addressesIn(srcset: string): string[] {
  return srcset.split(/,\s+|,$/).flatMap((entry) => entry.trim().split(/\s/, 1)[0] || []);
}

function absolute(href: string, path: string): string {
  const base = `http://site.invalid${encodeURI(path)}`;
  if (!URL.canParse(href, base)) return href;
  const { pathname, hash } = new URL(href, base);
  return pathname + hash;
}

function decoded(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
