import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locationOf, redirectsFile, type StatusRow, serverRules } from './rules.ts';

const moved = (path: string, location: string): StatusRow => ({ path, status: 301, location });
const gone = (path: string): StatusRow => ({ path, status: 410, location: undefined });
const head = '# Written by the publisher after each release; do not edit.\n';

describe('the rules of a server', () => {
  test('name moved and gone paths, moved ones without their slash too, in code-unit order', () => {
    const { nginx, caddy, refused } = serverRules([
      { path: '/news/live/', status: 200, location: undefined },
      moved('/news/old/', '/news/new/'),
      gone('/news/away/'),
      { path: '/404.html', status: 404, location: undefined },
    ]);
    expect(nginx).toBe(
      `${head}"/news/away/" "gone";\n"/news/old" "/news/new/";\n"/news/old/" "/news/new/";\n`,
    );
    expect(caddy).toBe(`${head}"/news/away/" "gone"\n"/news/old" "/news/new/"\n"/news/old/" "/news/new/"\n`);
    expect(refused).toEqual([]);
  });

  test('percent-encode where a path leads, and leave the path itself as servers see it, decoded', () => {
    const { nginx } = serverRules([moved('/新闻/旧/', '/新闻/新/')]);
    expect(nginx).toContain('"/新闻/旧/" "/%E6%96%B0%E9%97%BB/%E6%96%B0/";');
  });

  test('keep capitals apart for nginx, which would not', () => {
    const { nginx } = serverRules([moved('/Info/1.htm', '/news/a/'), gone('/info/1.htm')]);
    expect(nginx).toContain(String.raw`"~^!/Info/1\.htm$" "/news/a/";`);
    expect(nginx).toContain('"/info/1.htm" "gone";');
  });

  test('are the same for the same rows in any order', () => {
    const rows = [moved('/b/', '/c/'), gone('/a/'), moved('/d/', '/a/')];
    expect(serverRules(rows)).toEqual(serverRules([...rows].reverse()));
  });

  test.each([
    '/a" "x"; } server { listen 81; }',
    '/a\n/b',
    '/a$host/',
    '/a{env.SECRET}/',
    '/a\\',
    '/a;',
    '/a b/',
    '/a\u2028b/',
    '/a\u202eb/',
    '/a*',
    '/a?b',
    '/a#b',
    '//evil.example/',
    'https://evil.example/',
    '~^/',
    '',
  ])('refuse the path %j, and say so', (hostile) => {
    for (const row of [moved(hostile, '/b/'), gone(hostile)]) {
      expect(serverRules([row, gone('/fine/')])).toEqual({
        nginx: `${head}"/fine/" "gone";\n`,
        caddy: `${head}"/fine/" "gone"\n`,
        refused: [row],
      });
      expect(redirectsFile([row], 'netlify')).toBe('');
    }
  });

  test.each(['//evil.example/', 'https://evil.example/', '', 'javascript:alert(1)'])(
    'refuse to lead to %j',
    (hostile) => expect(serverRules([moved('/b/', hostile)]).refused).toHaveLength(1),
  );

  test('never hold more than one entry a line, whatever the rows', () => {
    const path = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `/${text}`);
    fc.assert(
      fc.property(fc.uniqueArray(path), path, (paths, location) => {
        const rows = paths.map((one, index) => (index % 2 === 0 ? gone(one) : moved(one, location)));
        const { nginx, caddy, refused } = serverRules(rows);
        expect(nginx.split('\n').slice(1, -1)).toSatisfy((all: string[]) =>
          all.every((line) => /^"[^"\\\s$]*(?:\\.[^"\\\s$]*)*\$?" "(?:gone|\/[!-~]*)";$/u.test(line)),
        );
        expect(caddy.split('\n').slice(1, -1)).toSatisfy((all: string[]) =>
          all.every((line) => /^"\/[^"\\\s${}]*" "(?:gone|\/[!-~]*)"$/u.test(line)),
        );
        expect(refused.every((row) => rows.includes(row))).toBe(true);
      }),
    );
  });
});

test.each([
  ['/news/a/?from=x#part', '/news/a/?from=x#part'],
  ['/新闻/', '/%E6%96%B0%E9%97%BB/'],
  ['/%E6%96%B0/100%', '/%E6%96%B0/100%25'],
  ['/a"$b{c}\\\r\n\'', '/a%22%24b%7Bc%7D%5C%0D%0A%27'],
  ['/\\evil.example/', '/%5Cevil.example/'],
  ['//evil.example/', undefined],
])('the location of %j is %j', (path, location) => expect(locationOf(path)).toBe(location));

test('a _redirects file holds what moved, forced where a file would win', () => {
  const rows = [moved('/新闻/旧/', '/news/new/'), gone('/news/away/')];
  expect(redirectsFile(rows, 'netlify')).toBe(
    '/%E6%96%B0%E9%97%BB/%E6%97%A7 /news/new/ 301!\n/%E6%96%B0%E9%97%BB/%E6%97%A7/ /news/new/ 301!\n',
  );
  expect(redirectsFile(rows, 'cloudflare')).toContain('/%E6%96%B0%E9%97%BB/%E6%97%A7/ /news/new/ 301\n');
});
