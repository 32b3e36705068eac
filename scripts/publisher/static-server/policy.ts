/** How the public site is served: types, caching, security headers. Pure. */
import { isText } from '../compress.ts';

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
};

/** An uploaded file of an unknown or an active kind is saved, never shown. */
const download = 'application/octet-stream';
const active = new Set(['html', 'htm', 'xhtml', 'svg', 'xml', 'js', 'mjs']);

/** No inline script and no third party: nothing runs or loads but what the site itself brings. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const always: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};

/** Paths whose bytes never change, because a hash of them is in their name. */
const immutable = /^\/(?:_astro|media|files)\//;

/**
 * A page is asked for again each time, which costs one answer without a body while it is the same: what the
 * office takes back, and a 停诊 that begins, must not be hidden by a copy that is good for a while yet.
 */
const asked = 'no-cache';

/** What all pages share and the site settings change: asked for again after five minutes, not on every page. */
const shared = /^\/site\.css$/;

const freshness = (path: string): string => {
  if (immutable.test(path)) return 'public, max-age=31536000, immutable';
  return shared.test(path) ? 'public, max-age=300' : asked;
};

/** Pictures are shown by feed readers, on pages of their own; nothing else is any other site's to embed. */
const embedding = (path: string): string => (path.startsWith('/media/') ? 'cross-origin' : 'same-origin');

/** The headers of a file, beside its length and tag. */
export function headersOf(path: string): Record<string, string> {
  const extension = path.endsWith('/') ? 'html' : (/\.([a-z0-9]+)$/.exec(path)?.[1] ?? '');
  const uploaded = path.startsWith('/files/');
  return {
    ...always,
    'cross-origin-resource-policy': embedding(path),
    'content-type': (uploaded && active.has(extension) ? undefined : types[extension]) ?? download,
    'cache-control': freshness(path),
    'accept-ranges': 'bytes',
    // Whether or not this file has variants: a cache must never hand one reader's encoding to another.
    ...(isText(path) ? { vary: 'Accept-Encoding' } : {}),
    ...(uploaded && active.has(extension) ? { 'content-disposition': 'attachment' } : {}),
  };
}

/** The path that a request names, or undefined where it could name no file of the tree. */
export function requestedPath(url: string): string | undefined {
  const [raw = ''] = url.split(/[?#]/, 1);
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const hidden = path.split('/').some((segment) => segment.startsWith('.'));
  const isPath = path.startsWith('/') && !path.includes('//') && !/[\\\0]/.test(path);
  return !isPath || hidden || variant.test(path) ? undefined : path;
}

/** Compressed variants lie beside their files and have no address of their own; an upload has one ending only. */
const variant = /\.[a-z0-9]+\.(?:gz|br)$/;

/** The address of a folder's page where a request names the file behind it: each page has one address. */
export function folderOf(path: string): string | undefined {
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : undefined;
}

export type Range = { start: number; end: number } | 'unsatisfiable' | undefined;

/** The one range a request asks for, both ends included. Several, or none that makes sense: the whole file. */
export function rangeOf(header: string | undefined, size: number): Range {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (match === null || (from === '' && to === '')) return undefined;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size) return 'unsatisfiable';
  return end < start ? undefined : { start, end };
}
