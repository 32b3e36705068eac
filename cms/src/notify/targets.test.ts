import { ReplayMemory, verifyWebhook } from '@xinglin/shared/webhooks.js';
import { describe, expect, test } from 'vitest';
import { githubTarget } from './github-target.ts';
import type { Answer, Message } from './target.ts';
import { urlTarget } from './url-target.ts';

const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'];
const now = new Date('2026-11-23T14:02:07.500Z');
const message: Message = { id: 'msg_7', revision: 128, at: '2026-11-23T14:02:03.000Z' };
const origin = { siteUrl: 'https://www.example.test', epoch: 'epoch-of-this-test' };
const answer = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: new Headers(headers),
});

describe('an address', () => {
  const target = urlTarget({ url: 'https://hooks.example.test/in?key=geheim', secrets });

  test('is sent the revision, signed with both secrets, the same bytes at every attempt', () => {
    const first = target.request(message, origin, now);
    const second = target.request(message, origin, new Date(now.getTime() + 60_000));
    expect(first.url).toBe('https://hooks.example.test/in?key=geheim');
    expect(second.body).toBe(first.body);
    expect(JSON.parse(first.body)).toEqual({
      type: 'site.published',
      timestamp: message.at,
      data: { site: origin.siteUrl, epoch: origin.epoch, revision: 128 },
    });
    for (const secret of secrets) {
      const options = { secrets: [secret], now: now.getTime() / 1_000, memory: new ReplayMemory() };
      expect(verifyWebhook(first.headers, first.body, options)).toEqual({ id: 'msg_7', repeated: false });
    }
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(second.headers['webhook-timestamp']).not.toBe(first.headers['webhook-timestamp']);
  });

  test('is named to people without what guards it', () => {
    expect(target.label).toBe('https://hooks.example.test');
    expect(target.key).not.toContain('geheim');
    expect(target.key.length).toBeLessThanOrEqual(80);
  });

  test.each([
    [answer(200), { kind: 'accepted' }],
    [answer(204), { kind: 'accepted' }],
    [answer(500), { kind: 'later', problem: expect.stringContaining('500') }],
    [answer(404), { kind: 'later', problem: expect.stringContaining('404') }],
    [answer(429, { 'retry-after': '120' }), { kind: 'later', after: 120_000 }],
    [answer(503, { 'retry-after': 'Mon, 23 Nov 2026 14:03:07 GMT' }), { kind: 'later', after: 59_500 }],
    [answer(429, { 'retry-after': 'soon' }), { kind: 'later', problem: expect.stringContaining('429') }],
    [
      answer(301, { location: 'https://elsewhere.test' }),
      { kind: 'refused', problem: expect.stringContaining('301') },
    ],
    [answer(410), { kind: 'refused', problem: expect.stringContaining('410') }],
  ])('answers %o', (given, outcome) => {
    expect(target.judge(given, now)).toMatchObject(outcome);
  });
});

describe('a repository', () => {
  const target = githubTarget({
    api: 'https://api.github.com',
    repository: 'hospital/website',
    token: 'ghp_geheim',
  });

  test('is sent a dispatch with the revision', () => {
    const { url, headers, body } = target.request(message, origin, now);
    expect(url).toBe('https://api.github.com/repos/hospital/website/dispatches');
    expect(headers).toMatchObject({
      accept: 'application/vnd.github+json',
      authorization: 'Bearer ghp_geheim',
      'x-github-api-version': '2022-11-28',
    });
    expect(headers['user-agent']).toBeTruthy();
    expect(JSON.parse(body)).toEqual({
      event_type: 'xinglin-published',
      client_payload: {
        message: 'msg_7',
        revision: 128,
        epoch: 'epoch-of-this-test',
        site: 'https://www.example.test',
      },
    });
    expect(target.label + target.key).not.toContain('geheim');
  });

  test.each([
    [answer(204), { kind: 'accepted' }],
    [answer(401), { kind: 'refused', problem: expect.stringContaining('XINGLIN_NOTIFY_GITHUB_TOKEN') }],
    [answer(403), { kind: 'refused', problem: expect.stringContaining('权限') }],
    [answer(404), { kind: 'refused', problem: expect.stringContaining('hospital/website') }],
    [answer(422), { kind: 'refused', problem: expect.stringContaining('422') }],
    [answer(301), { kind: 'refused', problem: expect.stringContaining('改名') }],
    [answer(429, { 'retry-after': '30' }), { kind: 'later', after: 30_000 }],
    [answer(429), { kind: 'later', after: 60_000 }],
    [answer(403, { 'retry-after': '7' }), { kind: 'later', after: 7_000 }],
    [
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now.getTime() / 1_000 + 100) }),
      { kind: 'later', after: 100_000 },
    ],
    [answer(500), { kind: 'later', problem: expect.stringContaining('500') }],
  ])('answers %o', (given, outcome) => {
    expect(target.judge(given, now)).toMatchObject(outcome);
  });
});
