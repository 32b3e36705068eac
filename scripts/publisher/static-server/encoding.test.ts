import { expect, test } from 'vitest';
import { acceptedEncodings } from './encoding.ts';

test.each([
  [undefined, []],
  ['', []],
  ['identity', []],
  ['gzip', ['gzip']],
  ['x-gzip', ['gzip']],
  ['GZIP', ['gzip']],
  ['gzip, deflate, br, zstd', ['br', 'gzip']],
  ['br;q=0.5, gzip;q=0.8', ['gzip', 'br']],
  ['br;q=0, gzip', ['gzip']],
  ['*', ['br', 'gzip']],
  ['*;q=0', []],
  ['br;q=0, *;q=0.1', ['gzip']],
  ['identity;q=1, gzip;q=0.5', []],
  ['identity;q=0, gzip;q=0.1', ['gzip']],
  ['gzip;q=2', []],
  ['gzip;q=wide', []],
  ['gzip ; q=0.3 , br ; q=0.31', ['br', 'gzip']],
  [';,,q=1;;', []],
])('Accept-Encoding: %s asks for %j', (header, encodings) =>
  expect(acceptedEncodings(header)).toEqual(encodings),
);
