/** The view counter on a free port, in this process, over a store and a list of published ids of its own. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trustedProxies } from '../../scripts/counter/client.ts';
import { type CounterOptions, startCounter } from '../../scripts/counter/service.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';

export const counterToken = 'counter-token-for-tests';

/** What a reader's browser calls itself. */
export const readersAgent =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36';

export interface TestCounter extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** What it said, line by line. */
  readonly said: string[];
  /** One read by a reader; resolves to the status. */
  read(id: string, headers?: Record<string, string>): Promise<number>;
  totals(...ids: string[]): Promise<Record<string, number>>;
  /** So many reads of articles on a day of the hospital's clock; resolves when they are stored. */
  readOn(day: string, reads: Readonly<Record<string, number>>): Promise<void>;
}

/** Ends with the block, unless somebody has ended it before. */
export async function openCounter(
  ids: readonly string[],
  options: Partial<CounterOptions> = {},
): Promise<TestCounter> {
  const folder = temporaryFolder();
  const file = join(folder.path, 'published-ids.txt');
  writeFileSync(file, ids.map((id) => `${id}\n`).join(''));
  mkdirSync(join(folder.path, 'counter'));
  const said: string[] = [];
  let today: string | undefined;
  const counter = await startCounter({
    host: '127.0.0.1',
    port: 0,
    store: { file: join(folder.path, 'counter', 'counter.db'), databaseUrl: undefined },
    ids: file,
    proxies: trustedProxies([]),
    perMinute: 10_000,
    token: counterToken,
    say: (sentence) => void said.push(sentence),
    now: () => (today === undefined ? Date.now() : Date.parse(`${today}T12:00:00+08:00`)),
    ...options,
  });
  const url = `http://127.0.0.1:${counter.port}`;
  const read: TestCounter['read'] = async (id, headers = {}) => {
    const answer = await fetch(`${url}/views`, {
      method: 'POST',
      body: id,
      headers: { 'user-agent': readersAgent, ...headers },
    });
    return answer.status;
  };
  const head = async () => {
    const authorization = `Bearer ${counterToken}`;
    const answer = await fetch(`${url}/changes?after=0`, { headers: { authorization } });
    const { days } = (await answer.json()) as { days: { count: number }[] };
    return days.reduce((sum, { count }) => sum + count, 0);
  };
  return {
    port: counter.port,
    url,
    said,
    read,
    totals: async (...asked) =>
      (await (await fetch(`${url}/views?ids=${asked}`)).json()) as Record<string, number>,
    async readOn(day, reads) {
      const stored = await head();
      const all = Object.entries(reads).flatMap(([id, count]) => Array<string>(count).fill(id));
      today = day;
      for (const id of all) await read(id);
      today = undefined;
      await until('the reads to be stored', async () => (await head()) === stored + all.length);
    },
    async [Symbol.asyncDispose]() {
      await counter.close();
      folder[Symbol.dispose]();
    },
  };
}
