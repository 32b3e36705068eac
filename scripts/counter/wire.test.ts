import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeRequest, type WireRequest } from './wire.ts';

const head = (...lines: string[]) => `${['POST /views HTTP/1.1', 'Host: x', ...lines].join('\r\n')}\r\n\r\n`;
const take = (text: string) => takeRequest(text, 64);

/** All requests of a text that arrives in parts. */
function takeAll(parts: readonly string[]): unknown[] {
  const taken: unknown[] = [];
  let text = '';
  for (const part of parts) {
    text += part;
    for (let one = take(text); one !== undefined; one = take(text)) {
      taken.push(one);
      if (!('method' in one)) return taken;
      text = text.slice(one.length);
    }
  }
  return taken;
}

test('a request is taken with what is wanted of it, and what follows is left', () => {
  const text = `${head('User-Agent: Mozilla/5.0 (X) ', 'Cookie: a=b', 'X-REAL-IP:203.0.113.7', 'content-length: 2')}a1GET`;
  expect(take(text)).toEqual({
    method: 'POST',
    url: '/views',
    headers: {
      host: 'x',
      'user-agent': 'Mozilla/5.0 (X)',
      'x-real-ip': '203.0.113.7',
      'content-length': '2',
    },
    body: 'a1',
    keepAlive: true,
    length: text.length - 3,
  });
});

test('however the bytes arrive, the same requests are taken', () => {
  const request = fc.constantFrom(
    `${head('Content-Length: 2')}a1`,
    head(),
    'GET /views?ids=a,b HTTP/1.1\r\nhost: x\r\n\r\n',
    `${head('Content-Length: 3', 'User-Agent: y')}b\r\n`,
  );
  const cuts = fc.array(fc.nat(), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 6 }), cuts, (requests, places) => {
      const text = requests.join('');
      const sorted = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
      const parts = [0, ...sorted].map((from, index) => text.slice(from, sorted[index] ?? text.length));
      expect(parts.join('')).toBe(text);
      const whole = takeAll([text]);
      expect(whole).toHaveLength(requests.length);
      expect(takeAll(parts)).toEqual(whole);
    }),
  );
});

test.each<[string, number]>([
  [head('Transfer-Encoding: chunked'), 411],
  [head('Transfer-Encoding: chunked', 'Content-Length: 2'), 411],
  [head('Content-Length: 2', 'Content-Length: 3'), 400],
  [head('Content-Length: 2', 'Content-Length: 2'), 400],
  [head('Content-Length: +2'), 400],
  [head('Content-Length: 0x2'), 400],
  [head('Content-Length: 65'), 413],
  [head('Content-Length: 999999999999'), 413],
  [head('Expect: 100-continue', 'Content-Length: 2'), 417],
  [head('Host: y'), 400],
  ['GET /views HTTP/1.1\r\n\r\n', 400],
  ['GET views HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['GET /a b HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['GET /views HTTP/2.0\r\nHost: x\r\n\r\n', 400],
  ['get /views HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  [head('X-Real-IP : 1.2.3.4'), 400],
  [head(' folded: line'), 400],
  [head('a: b\nTransfer-Encoding: chunked'), 400],
  [head('a: b\rc'), 400],
  [head('a: \0'), 400],
  [head('no colon'), 400],
  [head(`a: ${'x'.repeat(9_000)}`), 431],
  ['x'.repeat(9_000), 431],
  ['\r\n\r\n', 400],
])('%j is refused with %i', (text, status) => expect(take(text)).toEqual({ status }));

test('nothing is said before a request is whole', () => {
  for (const text of ['', 'POST /views HT', head().slice(0, -1), `${head('Content-Length: 3')}a1`])
    expect(take(text)).toBeUndefined();
});

test('a connection goes on unless one side says otherwise', () => {
  const goesOn = (text: string) => (take(text) as WireRequest).keepAlive;
  expect(goesOn(head())).toBe(true);
  expect(goesOn(head('Connection: keep-alive'))).toBe(true);
  expect(goesOn(head('Connection: Close'))).toBe(false);
  expect(goesOn('GET / HTTP/1.0\r\n\r\n')).toBe(false);
});
