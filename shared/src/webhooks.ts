/**
 * Standard Webhooks 1.0.0 (standardwebhooks.com), symmetric scheme `v1`: HMAC-SHA256 over `id.timestamp.body`.
 * The sender and every receiver of ours use this one module; no clock, the caller says what time it is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which a request's timestamp may differ from the receiver's clock. */
export const webhookTolerance = 300;

/** One attempt at delivering a message. `body` are the bytes as sent: parsed and spelled again they are others. */
export interface WebhookAttempt {
  /** Names the message, the same at every attempt. Holds no full stop. */
  id: string;
  /** When the attempt is made: seconds since 1970. */
  timestamp: number;
  body: string | Uint8Array;
}

export interface WebhookHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  /** One signature for each secret, separated by spaces. */
  'webhook-signature': string;
}

/** A secret that is none, or a request that cannot be believed. `code` is stable; no message holds a secret. */
export class WebhookFault extends Error {
  override readonly name = 'WebhookFault';
  readonly code: WebhookFaultCode;
  constructor(code: WebhookFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type WebhookFaultCode =
  | 'webhook-secret'
  | 'webhook-header'
  | 'webhook-too-old'
  | 'webhook-too-new'
  | 'webhook-signature'
  | 'webhook-replayed';

/**
 * The key of a secret: `whsec_` and base64 of 24 to 64 bytes.
 * @throws WebhookFault `webhook-secret`
 */
export function webhookKey(secret: string): Buffer {
  const encoded = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : '';
  const key = Buffer.from(encoded, 'base64');
  const spelledBack = key.toString('base64').replace(/=+$/, '');
  if (key.length >= 24 && key.length <= 64 && spelledBack === encoded.replace(/=+$/, '')) return key;
  throw new WebhookFault('webhook-secret', 'A secret is whsec_ followed by base64 of 24 to 64 random bytes.');
}

/**
 * The headers of an attempt, signed with every secret: while one replaces another, receivers may know either.
 * @throws WebhookFault where a secret is none, or the id could be taken for a part of the rest.
 */
export function signWebhook(attempt: WebhookAttempt, secrets: readonly string[]): WebhookHeaders {
  if (!idForm.test(attempt.id)) throw new WebhookFault('webhook-header', 'The id is empty or ill-formed.');
  return {
    'webhook-id': attempt.id,
    'webhook-timestamp': String(attempt.timestamp),
    'webhook-signature': secrets.map((secret) => signature(attempt, webhookKey(secret))).join(' '),
  };
}

/** Letters, digits, `_` and `-`: never the full stop that separates what is signed. */
const idForm = /^[\w-]{1,128}$/;
const timestampForm = /^(?:0|[1-9]\d{0,11})$/;

export interface VerifyOptions {
  /** Either of them may have signed: two while one replaces the other. */
  secrets: readonly string[];
  /** Seconds since 1970. */
  now: number;
  /** What was accepted before. */
  memory: ReplayMemory;
}

/** A request that was believed. */
export interface Verified {
  id: string;
  /** The message came before, and this is another attempt at it: answer well, and do nothing. */
  repeated: boolean;
}

/**
 * Believes a request or refuses it, and remembers those that it believed.
 * @throws WebhookFault naming the reason.
 */
export function verifyWebhook(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string | Uint8Array,
  { secrets, now, memory }: VerifyOptions,
): Verified {
  const id = header(headers, 'webhook-id', idForm);
  const timestamp = Number(header(headers, 'webhook-timestamp', timestampForm));
  const given = header(headers, 'webhook-signature', /^[\x21-\x7e]+(?: [\x21-\x7e]+){0,15}$/).split(' ');
  if (timestamp < now - webhookTolerance)
    throw new WebhookFault('webhook-too-old', `The attempt is ${now - timestamp} s old.`);
  if (timestamp > now + webhookTolerance)
    throw new WebhookFault('webhook-too-new', `The attempt is ${timestamp - now} s in the future.`);
  const expected = secrets.map((secret) => signature({ id, timestamp, body }, webhookKey(secret)));
  // Every pair is compared, whichever fits: the time tells nothing.
  const fits = expected.flatMap((one) => given.map((other) => equal(one, other)));
  if (!fits.includes(true)) throw new WebhookFault('webhook-signature', 'No signature fits any secret.');
  return { id, repeated: memory.take(id, timestamp, now) };
}

/**
 * What was accepted, for as long as its timestamp could still pass. The same attempt twice is a replay; another
 * attempt at the same message is what a sender does that never heard the answer.
 */
export class ReplayMemory {
  readonly #timestamps = new Map<string, Set<number>>();

  /** How many messages are remembered. */
  get size(): number {
    return this.#timestamps.size;
  }

  /**
   * Takes an attempt in; says whether the message came before.
   * @throws WebhookFault `webhook-replayed`
   */
  take(id: string, timestamp: number, now: number): boolean {
    this.#forget(now);
    const known = this.#timestamps.get(id);
    if (known?.has(timestamp) === true)
      throw new WebhookFault('webhook-replayed', `The attempt at ${id} of that second came before.`);
    if (known === undefined) this.#timestamps.set(id, new Set([timestamp]));
    else known.add(timestamp);
    return known !== undefined;
  }

  #forget(now: number): void {
    for (const [id, timestamps] of this.#timestamps) {
      for (const one of timestamps) if (one < now - webhookTolerance) timestamps.delete(one);
      if (timestamps.size === 0) this.#timestamps.delete(id);
    }
  }
}

function signature({ id, timestamp, body }: WebhookAttempt, key: Buffer): string {
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function header(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: keyof WebhookHeaders,
  form: RegExp,
): string {
  const value = headers[name];
  if (typeof value === 'string' && form.test(value)) return value;
  throw new WebhookFault('webhook-header', `The header ${name} is missing or ill-formed.`);
}
