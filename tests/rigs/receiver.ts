/**
 * A real HTTP receiver of notifications that can be made to misbehave: it drops connections, hangs, answers 500 or
 * 429, or takes a message and loses its answer. What it believes, it believes by the published verifier.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReplayMemory, verifyWebhook, WebhookFault } from '@xinglin/shared/webhooks.js';

/** How it treats a request. `lost`: taken, and the connection cut before the answer. */
export type Mood = 'well' | 'drop' | 'hang' | 'lost' | 'late' | 500 | 429;

/** A message that was believed and taken. */
export interface Taken {
  id: string;
  revision: number;
  /** Taken before, and told again. */
  repeated: boolean;
}

export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** Asked before each request; `well` where absent. */
  mood: (attempt: number) => Mood;
  secrets: string[];
  readonly taken: Taken[];
  /** Every request that came, with what became of it: a mood, or the code of a refusal. */
  readonly attempts: { id: string; at: number; became: Mood | string }[];
  /** Milliseconds that a `late` answer takes. */
  lateness: number;
  /** Sends a request that came, byte for byte, once more. @returns the status. */
  replay(attempt: number): Promise<number>;
}

export async function startReceiver(secrets: string[]): Promise<Receiver> {
  const memory = new ReplayMemory();
  const requests: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const attempt = {
      id: String(request.headers['webhook-id']),
      at: Date.now(),
      became: '' as Mood | string,
    };
    rig.attempts.push(attempt);
    const headers = Object.entries(request.headers).filter(([name]) => /^(webhook-|content-type)/.test(name));
    requests.push({ headers: Object.fromEntries(headers) as Record<string, string>, body });
    const mood = rig.mood(rig.attempts.length);
    attempt.became = mood;
    if (mood === 'drop') return void request.socket.destroy();
    if (mood === 'hang') return;
    if (mood === 500) return void response.writeHead(500).end('{"error":"broken"}');
    if (mood === 429) return void response.writeHead(429, { 'retry-after': '2' }).end();
    if (mood === 'late') await new Promise((resolve) => setTimeout(resolve, rig.lateness));
    try {
      const { id, repeated } = verifyWebhook(request.headers, body, {
        secrets: rig.secrets,
        now: Math.floor(Date.now() / 1_000),
        memory,
      });
      rig.taken.push({ id, repeated, revision: JSON.parse(body).data.revision });
      if (mood === 'lost') return void request.socket.destroy();
      response.writeHead(204).end();
    } catch (error) {
      if (!(error instanceof WebhookFault)) throw error;
      attempt.became = error.code;
      response.writeHead(400).end(error.code);
    }
  };

  const rig: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    mood: () => 'well',
    secrets,
    taken: [],
    attempts: [],
    lateness: 500,
    async replay(attempt) {
      const { headers, body } = requests[attempt] as (typeof requests)[number];
      return (await fetch(rig.url, { method: 'POST', headers, body })).status;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return rig;
}
