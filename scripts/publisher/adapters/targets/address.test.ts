import { expect, test } from 'vitest';
import { parseTarget } from './address.ts';

test.each([
  ['/srv/www', { kind: 'folder', folder: '/srv/www' }],
  ['./a:b', { kind: 'folder', folder: `${process.cwd()}/a:b` }],
  ['www@web.example.cn:/srv/www', { kind: 'rsync', destination: 'www@web.example.cn:/srv/www' }],
  ['web:www', { kind: 'rsync', destination: 'web:www' }],
  ['rsync://web.example.cn/www/site', { kind: 'rsync', destination: 'rsync://web.example.cn/www/site' }],
])('%s is understood', (text, address) => expect(parseTarget(text)).toEqual(address));

test.each([
  '',
  ' ',
  '/',
  'host:',
  'host: ',
  '-oProxyCommand=x:/a',
  'a b:/c',
  'host::module',
  'rsync://',
  'rsync://host',
  'rsync://host/',
])('%j is refused, as a wrong usage', (text) =>
  expect(() => parseTarget(text)).toThrow(expect.objectContaining({ exitCode: 2 })),
);
