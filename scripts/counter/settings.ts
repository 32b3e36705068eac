/** The counter's settings, from the environment. Every one has a default, and a bad value is named. */
import { readFileSync } from 'node:fs';
import type { BlockList } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandFault } from '../cli.ts';
import { readSettings, settingOf } from '../settings.ts';
import { trustedProxies } from './client.ts';

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

const perMinute = z.coerce.number().int().min(1).max(1_000_000);

/** @throws CommandFault naming the variable that cannot be used. */
export function readCounterSettings(env: NodeJS.ProcessEnv = process.env): CounterSettings {
  const { counterPort, paths } = readSettings(env);
  return {
    host: env['XINGLIN_COUNTER_HOST'] || '127.0.0.1',
    port: counterPort.number,
    portChosen: counterPort.chosen,
    store: {
      file: join(paths.counter, 'counter.db'),
      databaseUrl: env['XINGLIN_COUNTER_DATABASE_URL'] || undefined,
    },
    ids: env['XINGLIN_COUNTER_IDS'] || paths.publishedIds,
    proxies: proxiesOf(env['XINGLIN_COUNTER_PROXIES'] ?? ''),
    perMinute: settingOf(env, 'XINGLIN_COUNTER_PER_MINUTE', perMinute, 120, '一个正整数'),
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
