/** The counter at work: store, counts, door, and what happens every second. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { type DoorOptions, openDoor } from './adapters/door.ts';
import { openStore, type StorePlace } from './adapters/open-store.ts';
import { publishedIds } from './adapters/published-ids.ts';
import { calendar } from './day.ts';
import { Limit } from './limit.ts';
import type { Say, Store } from './ports.ts';
import { Saving, saveEvery } from './saving.ts';
import { Tally } from './tally.ts';

export interface CounterOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  store: StorePlace;
  /** The file of published ids. */
  ids: string;
  proxies: DoorOptions['proxies'];
  perMinute: number;
  token: string | undefined;
  say: Say;
  /** Milliseconds between two savings, and the clock (milliseconds since 1970): tests set others. */
  saveEvery?: number;
  now?(): number;
}

export interface Counter {
  readonly port: number;
  /** Stops listening and stores everything. */
  close(): Promise<void>;
}

/** @throws CommandFault where the store cannot be opened; what `listen` throws where the port cannot be had. */
export async function startCounter(options: CounterOptions): Promise<Counter> {
  const store = await openStore(options.store);
  try {
    return await run(options, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function run(options: CounterOptions, store: Store): Promise<Counter> {
  const { say, token, proxies } = options;
  const tally = new Tally(await store.totals());
  const limit = new Limit({ perMinute: options.perMinute, now: () => performance.now() });
  const saving = new Saving({ tally, store, newName: randomUUID, say });
  const ids = publishedIds(options.ids, (published) => tally.publish(published), say);
  const day = calendar();
  const now = options.now ?? Date.now;
  const today = () => day(now());
  const isWell = () => saving.isWell;
  const door = openDoor({ answering: { tally, limit, store, today, isWell, token }, proxies, say });
  ids.look();
  await listen(door.server, options);
  const timer = setInterval(() => {
    ids.look();
    limit.forgetOld();
    void saving.save();
  }, options.saveEvery ?? saveEvery);
  return {
    port: (door.server.address() as AddressInfo).port,
    async close() {
      clearInterval(timer);
      door.close();
      await saving.finish().finally(() => store.close());
    },
  };
}

async function listen(server: Server, { host, port }: CounterOptions): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}
