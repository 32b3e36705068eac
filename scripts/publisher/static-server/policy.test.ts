import { expect, test } from 'vitest';
import { headersOf, rangeOf, requestedPath } from './policy.ts';

test('HTML is asked for again each time, hashed files never', () => {
  expect(headersOf('/news/a/')['cache-control']).toBe('no-cache');
  expect(headersOf('/site.css')['cache-control']).toBe('public, max-age=300');
  for (const path of ['/_astro/a.css', '/media/ab/x-480.webp', '/files/ab/x.pdf']) {
    expect(headersOf(path)['cache-control']).toContain('immutable');
  }
});

test('no script runs but the site’s own, and no type is guessed', () => {
  const headers = headersOf('/');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['set-cookie']).toBeUndefined();
});

test('an uploaded document that could run is saved, never shown', () => {
  for (const path of ['/files/ab/x.html', '/files/ab/x.svg', '/files/ab/x.xml']) {
    expect(headersOf(path)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
    });
  }
  expect(headersOf('/files/ab/x.pdf')['content-type']).toBe('application/pdf');
  expect(headersOf('/rss.xml')['content-type']).toBe('application/xml; charset=utf-8');
});

test.each([
  '/../secrets.json',
  '/%2e%2e/secrets.json',
  '/news/.a.xinglin-staged',
  '/a%00',
  '/%zz',
  '/a\\b',
  '//evil',
])('the request %s names no file', (url) => expect(requestedPath(url)).toBeUndefined());

test('a request names its path without query, decoded', () => {
  expect(requestedPath('/news/a/?from=weixin#top')).toBe('/news/a/');
  expect(requestedPath('/%E4%B8%AD/')).toBe('/中/');
});

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=9-1', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  [undefined, undefined],
])('of 100 bytes, the range %s is %j', (header, range) => expect(rangeOf(header, 100)).toEqual(range));

test('pictures may stand on other sites’ pages, nothing else may', () => {
  const of = (path: string) => headersOf(path)['cross-origin-resource-policy'];
  expect(['/media/ab/x-480.webp', '/', '/site.css', '/files/ab/x.pdf'].map(of)).toEqual([
    'cross-origin',
    'same-origin',
    'same-origin',
    'same-origin',
  ]);
});
