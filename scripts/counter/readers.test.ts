import { expect, test } from 'vitest';
import { isReader } from './readers.ts';

const phone =
  'Mozilla/5.0 (Linux; Android 13; V2123A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.42';
const none = { fetchSite: undefined, purpose: undefined };

test.each([
  phone,
  'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko',
  'Mozilla/5.0 (Linux; Android 7.0; CUBOT NOTE Plus) AppleWebKit/537.36 Chrome/81.0 Mobile Safari/537.36',
  'Opera/9.80 (Android; Opera Mini/36.2) Presto/2.12.423 Version/12.16',
])('%s reads', (userAgent) => expect(isReader({ ...none, userAgent })).toBe(true));

test.each([
  undefined,
  '',
  'curl/8.5.0',
  'python-requests/2.31',
  'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/153.0 Safari/537.36',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0)',
])('%s does not', (userAgent) => expect(isReader({ ...none, userAgent })).toBe(false));

test.each([
  ['same-origin', undefined, true],
  ['cross-site', undefined, false],
  ['same-site', undefined, false],
  ['none', undefined, false],
  ['same-origin', 'prefetch;prerender', false],
  [undefined, 'prefetch', false],
])('from %s with the purpose %s: %j', (fetchSite, purpose, reads) =>
  expect(isReader({ userAgent: phone, fetchSite, purpose })).toBe(reads),
);
