/**
 * What a web server must be told that files cannot say: which addresses moved and which are gone (law 6).
 * Pure: rows of publisher.db in, texts for nginx, Caddy and static hosts out, the same text for the same rows.
 */
import { compareCodeUnits } from '@xinglin/shared/canonical.js';

/** A path of publisher.db's `file` table with the status it is served with. */
export interface StatusRow {
  /** Decoded URL path. */
  path: string;
  status: number;
  /** Where a moved path leads, as the tombstone says it; set where the status is 301. */
  location: string | undefined;
}

export interface Rules {
  /** Entries for `map $xinglin_key $xinglin_removed`. */
  nginx: string;
  /** Entries for `map {path} {xinglin_removed}`. */
  caddy: string;
  /** Rows left out because their path or location could be taken for something else than a path. */
  refused: StatusRow[];
}

/** What stands in a `Location` as it is: unreserved and reserved characters of RFC 3986, without quotes and brackets. */
const plain = /[^\w\-.~/?#&=+,:;@!%]|%(?![0-9A-Fa-f]{2})/gu;

/**
 * A path on this site, perhaps with query and anchor, as a `Location` header may say it: everything else
 * percent-encoded, what is encoded left alone. Undefined where it would lead away from the site.
 */
export function locationOf(path: string): string | undefined {
  if (!path.startsWith('/') || path.startsWith('//')) return undefined;
  return path.toWellFormed().replace(plain, percentEncoded);
}

/** `encodeURIComponent` lets `'()*` stand. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Hosts that read a `_redirects` file. */
export type RedirectHost = 'netlify' | 'cloudflare';

/**
 * Whole paths without anything that quotes, separates, comments, expands or globs in one of the three languages.
 * Slugs are lower-case letters and digits; this leaves room for addresses taken over from an older site.
 */
const safe = /^\/(?!\/)[^\p{Cc}\p{Cf}\p{Z}\p{Cs}"'`\\${}<>|;#?*^%[\]]*$/u;

/** The texts that a server includes. Rows of other statuses say nothing a file would not say. */
export function serverRules(rows: readonly StatusRow[]): Rules {
  const { entries, refused } = sorted(rows);
  const caddy = entries.map(({ path, value }) => `"${path}" "${value}"`);
  // nginx compares map keys without regard to case, so paths with capitals become regular expressions; the key
  // of a request with capitals begins with `!` (see `map $uri $xinglin_key` in xinglin.conf).
  const nginx = entries.map(({ path, value }) =>
    /[A-Z]/.test(path) ? `"~^!${quoteRegex(path)}$" "${value}";` : `"${path}" "${value}";`,
  );
  return { nginx: lines(nginx), caddy: lines(caddy), refused };
}

/**
 * A `_redirects` file. Such hosts know no 410: a gone page's own file answers there, with status 200.
 * Netlify lets a file win over a rule unless the status is forced; Cloudflare Pages knows no forcing.
 */
export function redirectsFile(rows: readonly StatusRow[], host: RedirectHost): string {
  const status = host === 'netlify' ? '301!' : '301';
  return (
    sorted(rows)
      .entries.filter(({ value }) => value !== gone)
      // A colon would begin a placeholder.
      .map(({ path, value }) => `${encodeURI(path)} ${value} ${status}\n`.replaceAll(':', '%3A'))
      .join('')
  );
}

const gone = 'gone';

interface Entry {
  path: string;
  /** `gone`, or the location, percent-encoded. */
  value: string;
}

function sorted(rows: readonly StatusRow[]): { entries: Entry[]; refused: StatusRow[] } {
  const known = new Set(rows.map(({ path }) => path));
  const entries: Entry[] = [];
  const refused: StatusRow[] = [];
  for (const row of rows) {
    if (row.status !== 301 && row.status !== 410) continue;
    const value = row.status === 410 ? gone : locationOf(row.location ?? '');
    if (value === undefined || !safe.test(row.path)) {
      refused.push(row);
      continue;
    }
    entries.push({ path: row.path, value });
    // A moved path asked for without its slash leads there at once: one hop, not two.
    const bare = row.path.slice(0, -1);
    if (value !== gone && row.path.endsWith('/') && bare !== '' && !known.has(bare)) {
      entries.push({ path: bare, value });
    }
  }
  return { entries: entries.sort((a, b) => compareCodeUnits(a.path, b.path)), refused };
}

function lines(all: readonly string[]): string {
  return ['# Written by the publisher after each release; do not edit.', ...all]
    .map((line) => `${line}\n`)
    .join('');
}

function quoteRegex(path: string): string {
  return path.replace(/[.+()|^$*?[\]{}\\]/g, String.raw`\$&`);
}
