/** Between publisher and CMS: everything passes but wake-ups, which are dropped, doubled, delayed or out of date. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dice } from '../../../rigs/corpus-random.ts';

export interface ConfusedProxy extends AsyncDisposable {
  readonly url: string;
  /** Where the CMS is now; undefined while it is away. */
  upstream: string | undefined;
  /** What became of wake-ups. */
  readonly fates: Map<string, number>;
}

/** Milliseconds that a dropped wake-up is kept waiting: a CMS would hold the question for longer. */
const dropped = 1_500;

export async function confusedProxy(dice: Dice): Promise<ConfusedProxy> {
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://proxy');
    if (url.pathname === '/api/xinglin/feed/wait') confuse(proxy, dice, asked, answer, url);
    else pass(proxy, asked, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: ConfusedProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upstream: undefined,
    fates: new Map(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

function confuse(
  proxy: ConfusedProxy,
  dice: Dice,
  asked: IncomingMessage,
  answer: ServerResponse,
  url: URL,
): void {
  const since = Number(url.searchParams.get('since'));
  const fate = dice.pick(['passed', 'dropped', 'doubled', 'out of date', 'from the future']);
  proxy.fates.set(fate, (proxy.fates.get(fate) ?? 0) + 1);
  const tell = (revision: number) => answer.end(JSON.stringify({ revision }));
  if (fate === 'passed') pass(proxy, asked, answer);
  else if (fate === 'dropped') setTimeout(() => tell(since), dropped);
  // A wake-up that came before and comes again: the publisher knows that revision already.
  else if (fate === 'doubled') tell(since);
  else if (fate === 'out of date') tell(Math.max(0, since - dice.int(1, 20)));
  else tell(since + dice.int(1, 50));
}

function pass({ upstream }: ConfusedProxy, asked: IncomingMessage, answer: ServerResponse): void {
  if (upstream === undefined) return void answer.destroy();
  const { method, url, headers } = asked;
  const forwarded = request(upstream + url, { method, headers }, (told) => {
    answer.writeHead(told.statusCode ?? 502, told.headers);
    told.once('error', () => answer.destroy());
    told.pipe(answer);
  });
  forwarded.once('error', () => answer.destroy());
  answer.once('close', () => forwarded.destroy());
  asked.pipe(forwarded);
}
