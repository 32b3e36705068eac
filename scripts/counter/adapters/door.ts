/**
 * The counter on the network: strict about size and time, and silent about who asked. On bare sockets, because
 * `node:http` spends twice as much on a request of fifty bytes (docs/decisions/0016-view-counter.md).
 */
import { STATUS_CODES } from 'node:http';
import { type BlockList, createServer, type Server, type Socket } from 'node:net';
import { type Answer, type Answering, answer, mostBody } from '../answer.ts';
import { clientOf } from '../client.ts';
import type { Say } from '../ports.ts';
import { takeRequest, type WireRequest } from '../wire.ts';

export interface DoorOptions {
  answering: Answering;
  proxies: BlockList;
  say: Say;
}

export interface Door {
  server: Server;
  close(): void;
}

/** Milliseconds for a whole request; proxies keep connections open for longer than any of them keeps an idle one. */
const patience = 5_000;
const idle = 75_000;
const mostConnections = 512;

/** A server that is not listening yet. */
export function openDoor(options: DoorOptions): Door {
  const visits = new Set<Visit>();
  const server = createServer({ noDelay: true }, (socket) => {
    const visit = new Visit(socket, options);
    visits.add(visit);
    socket.once('close', () => visits.delete(visit));
  });
  server.maxConnections = mostConnections;
  const timer = setInterval(() => {
    for (const visit of visits) visit.endIfSlow();
  }, 1_000);
  timer.unref();
  return {
    server,
    close() {
      clearInterval(timer);
      server.close();
      for (const visit of visits) visit.end();
    },
  };
}

/** One connection: its requests are answered in their order. */
class Visit {
  readonly #socket: Socket;
  readonly #options: DoorOptions;
  readonly #peer: string;
  #text = '';
  /** Since when a request is under way that is not whole yet. */
  #since: number | undefined;
  /** Nothing more is answered: for now, while the store is asked, or for good. */
  #waits = false;

  constructor(socket: Socket, options: DoorOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#peer = socket.remoteAddress ?? '';
    socket.setTimeout(idle, () => socket.destroy());
    socket.on('data', (part: Buffer) => {
      this.#text += part.toString('latin1');
      this.#answerAll();
    });
    socket.on('drain', () => {
      if (!this.#waits) socket.resume();
    });
    // A reader who has gone: nobody is left to tell.
    socket.on('error', () => socket.destroy());
  }

  endIfSlow(): void {
    if (this.#since !== undefined && performance.now() - this.#since > patience) this.#socket.destroy();
  }

  end(): void {
    this.#socket.destroy();
  }

  #answerAll(): void {
    let told = '';
    while (!this.#waits) {
      const request = takeRequest(this.#text, mostBody);
      if (request === undefined) break;
      if (!('method' in request)) {
        this.#leave(told + spell(request, false));
        return;
      }
      this.#text = this.#text.slice(request.length);
      const answered = answer(this.#asked(request), this.#options.answering);
      if (answered instanceof Promise) {
        void this.#wait(answered, request.keepAlive);
      } else if (request.keepAlive) {
        told += spell(answered, true);
      } else {
        this.#leave(told + spell(answered, false));
        return;
      }
    }
    this.#since = this.#text === '' || this.#waits ? undefined : (this.#since ?? performance.now());
    // Whoever does not listen is not asked any further.
    if (told !== '' && !this.#socket.write(told, 'latin1')) this.#socket.pause();
  }

  async #wait(answered: Promise<Answer>, keepAlive: boolean): Promise<void> {
    this.#waits = true;
    this.#socket.pause();
    const told = await answered.catch((error: Error): Answer => {
      this.#options.say(`没能说出浏览次数的变化：${error.message}`);
      return { status: 503 };
    });
    this.#waits = false;
    if (this.#socket.destroyed) return;
    if (!keepAlive) {
      this.#leave(spell(told, false));
      return;
    }
    this.#socket.write(spell(told, true), 'latin1');
    this.#socket.resume();
    this.#answerAll();
  }

  #leave(told: string): void {
    this.#waits = true;
    this.#since = undefined;
    this.#text = '';
    this.#socket.end(told, 'latin1', () => this.#socket.destroy());
  }

  #asked({ method, url, headers, body }: WireRequest) {
    return {
      ...{ method, url, body },
      userAgent: headers['user-agent'],
      fetchSite: headers['sec-fetch-site'],
      purpose: headers['sec-purpose'] ?? headers['purpose'],
      authorization: headers['authorization'],
      client: () => clientOf(this.#peer, headers['x-real-ip'], this.#options.proxies),
    };
  }
}

/** An answer's bytes. Its body is ASCII: ids, days and numbers. */
function spell({ status, body, allow }: Answer, keepAlive: boolean): string {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Date: ${today()}`,
    ...(keepAlive ? [] : ['Connection: close']),
    ...(allow === undefined ? [] : [`Allow: ${allow}`]),
    ...(body === undefined ? [] : ['Content-Type: application/json; charset=utf-8']),
    ...(status === 204 ? [] : [`Content-Length: ${body?.length ?? 0}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

let second = 0;
let spelled = '';

/** The date as HTTP tells it, spelled once a second. */
function today(): string {
  const now = Math.floor(Date.now() / 1_000);
  if (now !== second) [second, spelled] = [now, new Date(now * 1_000).toUTCString()];
  return spelled;
}
