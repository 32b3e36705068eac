/**
 * Hands requests for the view counter on to it, so that the site has one origin. While the counter is away the
 * answer is 204: the page stays whole, and the number that was baked into it stays.
 */
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { headersOf } from './policy.ts';

/** Bytes that a read may bring along; the counter itself takes fewer. */
const mostBody = 1024;
/** Milliseconds after which the counter counts as away. */
const patience = 2_000;

/** All that it is told: neither cookies nor anything else that a reader's browser might say. */
const handedOn = ['content-type', 'user-agent', 'sec-fetch-site', 'sec-purpose', 'purpose'] as const;
const handedBack = ['content-type', 'content-length', 'cache-control', 'allow'] as const;

export type Relay = (request: IncomingMessage, response: ServerResponse) => void;

/** To a counter on this machine; nowhere where no port is given: then nothing is counted. */
export function relayTo(port: number | undefined): Relay {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  return (request, response) => {
    const { method, url } = request;
    const length = Number(request.headers['content-length'] ?? 0);
    if (request.headers['transfer-encoding'] !== undefined || length > mostBody) {
      response.writeHead(413, { ...headersOf('/'), connection: 'close', 'content-length': 0 }).end();
      return;
    }
    if (port === undefined) {
      uncounted(response);
      return;
    }
    const headers = { ...told(request), 'content-length': length };
    const asking = ask({ host: '127.0.0.1', port, agent, method, path: url, headers, timeout: patience });
    asking.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...policy(), ...pick(answer, handedBack) });
      answer.pipe(response);
    });
    asking.once('timeout', () => asking.destroy());
    asking.once('error', () => uncounted(response));
    request.pipe(asking);
  };
}

function uncounted(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(204, { ...policy(), 'cache-control': 'no-store' }).end();
}

/** The policy of every answer, without what describes a page's body. */
function policy(): Record<string, string> {
  const { 'content-type': _type, 'accept-ranges': _ranges, vary: _vary, ...rest } = headersOf('/');
  return rest;
}

/** Whom it counts for: the connection's own address, unless a server on this machine says whose it is. */
function told(request: IncomingMessage): Record<string, string> {
  const peer = request.socket.remoteAddress ?? '';
  const said = request.headers['x-real-ip'];
  const isOwn = /^(?:::ffff:)?127\.|^::1$/.test(peer);
  return { ...pick(request, handedOn), 'x-real-ip': isOwn && typeof said === 'string' ? said : peer };
}

function pick({ headers }: IncomingMessage, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
}
