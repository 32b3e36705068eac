/**
 * The counter's settings, from the environment: every one has a default, and a bad value is named. Read by hand, since
 * a schema library would be a fifth of the memory of a process that has hardly anything to read.
 */
import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import { dataDirOf, dataPaths } from '../data-paths.ts';
import { trustedProxies } from './client.ts';
import { counterPortOf, wholeNumber } from './port.ts';

export interface CounterSettings {
  host: string;
  port: number;
  /** Whether somebody chose the port: then no other one will do. */
  portChosen: boolean;
  store: { file: string; databaseUrl: string | undefined };
  ids: string;
  proxies: BlockList;
  perMinute: number;
  token: string | undefined;
}

/** @throws CommandFault naming the variable that cannot be used. */
export function readCounterSettings(env: NodeJS.ProcessEnv = process.env): CounterSettings {
  const paths = dataPaths(dataDirOf(env));
  const { number, chosen } = counterPortOf(env);
  return {
    host: env['XINGLIN_COUNTER_HOST'] || '127.0.0.1',
    port: number,
    portChosen: chosen,
    store: {
      file: join(paths.counter, 'counter.db'),
      databaseUrl: env['XINGLIN_COUNTER_DATABASE_URL'] || undefined,
    },
    ids: env['XINGLIN_COUNTER_IDS'] || paths.publishedIds,
    proxies: proxiesOf(env['XINGLIN_COUNTER_PROXIES'] ?? ''),
    perMinute: wholeNumber(
      'XINGLIN_COUNTER_PER_MINUTE',
      env['XINGLIN_COUNTER_PER_MINUTE'] || '120',
      1_000_000,
    ),
    token: env['XINGLIN_COUNTER_TOKEN'] || storedToken(paths.secrets),
  };
}

function proxiesOf(text: string): BlockList {
  try {
    return trustedProxies(
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    );
  } catch {
    throw new CommandFault(
      `环境变量 XINGLIN_COUNTER_PROXIES 的值「${text}」不能用。`,
      '请写网页服务器的地址，多个用逗号隔开，可以写网段：10.0.0.5,10.1.0.0/16。',
      2,
    );
  }
}

/** On the machine of the CMS the token is in the data folder; elsewhere nothing is made, least of all other secrets. */
function storedToken(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { counterToken?: string }).counterToken;
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
