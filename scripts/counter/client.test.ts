import { expect, test } from 'vitest';
import { clientOf, trustedProxies } from './client.ts';

const own = trustedProxies([]);

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
  ['::1', '203.0.113.7', '203.0.113.7'],
  ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
  ['127.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['127.0.0.1', 'not an address', '127.0.0.1'],
  ['127.0.0.1', '203.0.113.7, 198.51.100.1', '127.0.0.1'],
  ['127.0.0.1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['127.0.0.1', '2001:0db8:0001:0002:ffff::9', '2001:db8:1:2'],
  ['127.0.0.1', '2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', undefined, 'fe80:0:0:0'],
])('of the peer %s that tells of %s, %s is counted', (peer, told, client) =>
  expect(clientOf(peer, told, own)).toBe(client),
);

test('another machine’s word is taken once it is named', () => {
  const named = trustedProxies(['10.0.0.5', '10.1.0.0/16', 'fd00::/8']);
  expect(clientOf('10.0.0.5', '203.0.113.7', named)).toBe('203.0.113.7');
  expect(clientOf('10.1.200.9', '203.0.113.7', named)).toBe('203.0.113.7');
  expect(clientOf('fd12::5', '203.0.113.7', named)).toBe('203.0.113.7');
  expect(clientOf('10.0.0.6', '203.0.113.7', named)).toBe('10.0.0.6');
});

test.each(['www.example.cn', '10.0.0.0/99', '10.0.0.0/x'])('%s names no proxy', (text) =>
  expect(() => trustedProxies([text])).toThrow(RangeError),
);
