import { expect, test } from 'vitest';
import { type Asked, answer } from './answer.ts';
import { Tally } from './tally.ts';

const reader: Asked = {
  method: 'POST',
  url: '/views',
  body: 'a1',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0)',
  fetchSite: 'same-origin',
  purpose: undefined,
  authorization: undefined,
  client: () => '203.0.113.7',
};
const question: Asked = { ...reader, method: 'GET', url: '/views?ids=a1,b2,c3', body: '' };

function counter({ allows = true, well = true, token = 'secret' as string | undefined } = {}) {
  const tally = new Tally(new Map([['a1', 41]]));
  tally.publish(new Set(['a1', 'b2']));
  const changes = { epoch: 'e', head: 9, days: [{ id: 'a1', day: '2026-11-24', count: 3, seq: 9 }] };
  const asked: number[][] = [];
  const store = {
    async changes(...those: number[]) {
      asked.push(those);
      return changes;
    },
  };
  const today = () => '2026-11-24';
  const answering = { tally, limit: { allows: () => allows }, store, today, isWell: () => well, token };
  return { tally, asked, changes, ask: (what: Partial<Asked>) => answer({ ...reader, ...what }, answering) };
}

test('a read counts at once, and a batch of ids is told how often each was read', async () => {
  const { ask } = counter();
  expect(await ask({})).toEqual({ status: 204 });
  expect(await ask(question)).toEqual({ status: 200, body: '{"a1":42,"b2":0}' });
});

test.each<[string, Partial<Asked>, Parameters<typeof counter>[0]?]>([
  ['of an article that nobody published', { body: 'c3' }],
  ['by a program', { userAgent: 'curl/8.5.0' }],
  ['that another site brings about', { fetchSite: 'cross-site' }],
  ['in advance', { purpose: 'prefetch' }],
  ['from an address that brings too many', {}, { allows: false }],
])('a read %s is answered like any other and counts as nothing', async (_what, read, how) => {
  const { ask, tally } = counter(how);
  expect(await ask(read)).toEqual({ status: 204 });
  expect(tally.take('x')).toBeUndefined();
});

test.each(['', 'A1', 'a1,b2', 'a1 ', '../a1', 'a'.repeat(65)])(
  'the body “%s” names no article',
  async (body) => {
    expect(await counter().ask({ body })).toEqual({ status: 400 });
  },
);

test('of ids there are fifty at most, and each looks like one', async () => {
  const { ask } = counter();
  const ids = (count: number) => ({ ...question, url: `/views?ids=${Array(count).fill('a1').join(',')}` });
  expect(await ask(ids(50))).toMatchObject({ status: 200 });
  for (const asked of [ids(51), { ...question, url: '/views' }, { ...question, url: '/views?ids=a1,%3Cb' }])
    expect(await ask(asked)).toEqual({ status: 400 });
});

test('other ways are refused with the ways that there are', async () => {
  const { ask } = counter();
  expect(await ask({ method: 'PUT' })).toEqual({ status: 405, allow: 'GET, POST' });
  expect(await ask({ method: 'POST', url: '/changes' })).toEqual({ status: 405, allow: 'GET' });
  for (const url of ['/', '/views/', '/viewsx', '/news/a/'])
    expect(await ask({ url })).toEqual({ status: 404 });
});

test('what changed is told to whoever has the token, and to nobody where there is none', async () => {
  const { ask, asked, changes } = counter();
  const url = '/changes?after=5';
  const authorization = 'Bearer secret';
  expect(await ask({ method: 'GET', url, authorization })).toEqual({
    status: 200,
    body: JSON.stringify(changes),
  });
  expect(asked).toEqual([[5, 5_000]]);
  for (const other of [undefined, 'Bearer secreT', 'Bearer secret ', 'secret'])
    expect(await ask({ method: 'GET', url, authorization: other })).toEqual({ status: 401 });
  expect(await ask({ method: 'GET', url: '/changes?after=x', authorization })).toEqual({ status: 400 });
  const open = counter({ token: undefined });
  expect(await open.ask({ method: 'GET', url, authorization: 'Bearer undefined' })).toEqual({ status: 401 });
});

test('its health is 503 while counts are not stored', async () => {
  const asked = { method: 'GET', url: '/health' };
  expect(await counter().ask(asked)).toEqual({ status: 200, body: '{"state":"ok","articles":2}' });
  expect(await counter({ well: false }).ask(asked)).toMatchObject({ status: 503 });
});
