import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ReplayMemory,
  signWebhook,
  verifyWebhook,
  WebhookFault,
  webhookKey,
  webhookTolerance,
} from './webhooks.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const attempt = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
const secretOf = (bytes: Uint8Array) => `whsec_${Buffer.from(bytes).toString('base64')}`;

/** Why a request is refused; undefined where it is believed. */
function refusal(
  headers: Record<string, string | undefined>,
  {
    body = attempt.body as string | Uint8Array,
    secrets = [secret],
    now = attempt.timestamp,
    memory = new ReplayMemory(),
  } = {},
): string | undefined {
  try {
    verifyWebhook(headers, body, { secrets, now, memory });
    return undefined;
  } catch (error) {
    if (error instanceof WebhookFault) return error.code;
    throw error;
  }
}

describe('the published vectors', () => {
  test('the signature of the reference libraries’ test', () => {
    expect(signWebhook(attempt, [secret])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('one true signature among others and of other versions is enough', () => {
    const other = 'Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=';
    const headers = signWebhook(attempt, [secret]);
    const several = `v1,${other} v2,${other} ${headers['webhook-signature']} v1,${other}`;
    expect(refusal({ ...headers, 'webhook-signature': several })).toBeUndefined();
    expect(refusal({ ...headers, 'webhook-signature': `v1,${other} v2,${other}` })).toBe('webhook-signature');
  });

  test.each([
    ['no id', { 'webhook-id': undefined }, 'webhook-header'],
    ['no timestamp', { 'webhook-timestamp': undefined }, 'webhook-header'],
    ['a timestamp that is a word', { 'webhook-timestamp': 'hello' }, 'webhook-header'],
    ['no signature', { 'webhook-signature': undefined }, 'webhook-header'],
    ['a wrong signature', { 'webhook-signature': 'v1,dawfeoifkpqwoekfpqoekf' }, 'webhook-signature'],
    ['a part of the signature', { 'webhook-signature': 'v1,g0hM9' }, 'webhook-signature'],
    ['an empty signature', { 'webhook-signature': 'v1,' }, 'webhook-signature'],
    [
      'another version',
      { 'webhook-signature': 'v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' },
      'webhook-signature',
    ],
  ])('%s is refused', (_what, change, code) => {
    expect(refusal({ ...signWebhook(attempt, [secret]), ...change })).toBe(code);
  });
});

describe('time', () => {
  test.each([
    [-webhookTolerance - 1, 'webhook-too-new'],
    [-webhookTolerance, undefined],
    [webhookTolerance, undefined],
    [webhookTolerance + 1, 'webhook-too-old'],
  ])('%i s after the attempt: %s', (later, code) => {
    const headers = signWebhook(attempt, [secret]);
    expect(refusal({ ...headers }, { now: attempt.timestamp + later })).toBe(code);
  });
});

describe('replays', () => {
  test('the same attempt twice is refused, another attempt at the message is told as repeated', () => {
    const memory = new ReplayMemory();
    const verify = (timestamp: number) =>
      verifyWebhook({ ...signWebhook({ ...attempt, timestamp }, [secret]) }, attempt.body, {
        secrets: [secret],
        now: timestamp,
        memory,
      });
    expect(verify(1_000)).toEqual({ id: attempt.id, repeated: false });
    expect(() => verify(1_000)).toThrow(expect.objectContaining({ code: 'webhook-replayed' }));
    expect(verify(1_002)).toEqual({ id: attempt.id, repeated: true });
  });

  test('what was refused is not remembered', () => {
    const memory = new ReplayMemory();
    const headers = signWebhook(attempt, [secret]);
    expect(refusal({ ...headers }, { body: 'forged', memory })).toBe('webhook-signature');
    expect(memory.size).toBe(0);
    expect(refusal({ ...headers }, { memory })).toBeUndefined();
  });

  test('are refused for as long as the timestamp would pass, and forgotten right after', () => {
    fc.assert(
      fc.property(fc.nat(2 * webhookTolerance), fc.nat(2 * webhookTolerance), (first, later) => {
        const memory = new ReplayMemory();
        const timestamp = 10_000;
        const accepted = timestamp - webhookTolerance + first;
        memory.take('msg_a', timestamp, accepted);
        const now = accepted + later;
        const passes = now <= timestamp + webhookTolerance;
        if (passes) expect(() => memory.take('msg_a', timestamp, now)).toThrow(WebhookFault);
        memory.take('msg_b', now, now);
        expect(memory.size).toBe(passes ? 2 : 1);
      }),
    );
  });
});

describe('secrets', () => {
  test.each([
    '',
    secret.slice(6),
    'whsec_',
    'whsec_c2hvcnQ=',
    `whsec_${'A'.repeat(120)}`,
    `${secret}!`,
    'whsec_不是base64',
  ])('%j is none', (text) => {
    expect(() => webhookKey(text)).toThrow(expect.objectContaining({ code: 'webhook-secret' }));
  });

  test('an id that could be taken for a part of the rest is not signed', () => {
    expect(() => signWebhook({ ...attempt, id: 'a.1' }, [secret])).toThrow(WebhookFault);
  });
});

const secrets = fc.array(fc.uint8Array({ minLength: 24, maxLength: 64 }).map(secretOf), {
  minLength: 1,
  maxLength: 2,
});
const attempts = fc.record({
  id: fc.stringMatching(/^[\w-]{1,40}$/),
  timestamp: fc.nat(4_000_000_000),
  body: fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()),
});

test('whatever is signed with one of two secrets is believed by whoever knows either', () => {
  fc.assert(
    fc.property(attempts, secrets, secrets, ({ id, timestamp, body }, ours, theirs) => {
      const headers = signWebhook({ id, timestamp, body }, [...ours, ...theirs]);
      const verified = (known: string[]) =>
        verifyWebhook({ ...headers }, body, { secrets: known, now: timestamp, memory: new ReplayMemory() });
      for (const known of [ours, theirs]) expect(verified(known)).toEqual({ id, repeated: false });
    }),
  );
});

test('nothing that was changed anywhere is believed', () => {
  const change = fc.constantFrom('id', 'timestamp', 'body', 'signature', 'secret');
  fc.assert(
    fc.property(
      attempts,
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      change,
      fc.nat(),
      (sent, bytes, what, at) => {
        const body = Buffer.from(sent.body);
        const headers: Record<string, string> = { ...signWebhook({ ...sent, body }, [secretOf(bytes)]) };
        if (what === 'id') headers['webhook-id'] = `${sent.id}x`;
        if (what === 'timestamp') headers['webhook-timestamp'] = String(sent.timestamp + 1);
        if (what === 'signature')
          headers['webhook-signature'] = flipped(headers['webhook-signature'] as string, at);
        const seen = what === 'body' ? Buffer.concat([body, Buffer.from([at % 256])]) : body;
        const known =
          what === 'secret' ? bytes.map((byte, index) => (index === at % 32 ? byte ^ 1 : byte)) : bytes;
        const options = { body: seen, secrets: [secretOf(known)], now: sent.timestamp };
        expect(refusal(headers, options)).toMatch(/^webhook-(signature|header)$/);
      },
    ),
  );
});

/** The same text with another character at one place. */
function flipped(text: string, at: number): string {
  const place = at % text.length;
  return `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
}
