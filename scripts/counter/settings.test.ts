import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { counterPortOf } from './port.ts';
import { readCounterSettings } from './settings.ts';

test('everything has a default, below the data folder', () => {
  using folder = temporaryFolder();
  const { proxies, ...settings } = readCounterSettings({ XINGLIN_DATA_DIR: folder.path });
  expect(settings).toEqual({
    host: '127.0.0.1',
    port: 8081,
    portChosen: false,
    store: { file: join(folder.path, 'counter/counter.db'), databaseUrl: undefined },
    ids: join(folder.path, 'publisher/rules/published-ids.txt'),
    perMinute: 120,
    token: undefined,
  });
  expect(proxies.check('127.0.0.1', 'ipv4')).toBe(true);
});

test('the token is the environment’s, else the one of the data folder', () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'secrets.json'), '{"counterToken":"stored","publisherToken":"p"}');
  const env = { XINGLIN_DATA_DIR: folder.path };
  expect(readCounterSettings(env).token).toBe('stored');
  expect(readCounterSettings({ ...env, XINGLIN_COUNTER_TOKEN: 'given' }).token).toBe('given');
});

test.each([
  ['XINGLIN_COUNTER_PORT', '0'],
  ['XINGLIN_COUNTER_PORT', '80a'],
  ['XINGLIN_COUNTER_PORT', '65536'],
  ['XINGLIN_COUNTER_PER_MINUTE', '-1'],
  ['XINGLIN_COUNTER_PER_MINUTE', '1.5'],
  ['XINGLIN_COUNTER_PROXIES', 'web.example.cn'],
])('%s=%s is named, with exit code 2', (name, value) => {
  const read = () => readCounterSettings({ XINGLIN_DATA_DIR: '/nowhere', [name]: value });
  expect(read).toThrow(`环境变量 ${name} 的值「${value}」不能用。`);
  expect(read).toThrow(expect.objectContaining({ exitCode: 2 }));
});

test('a port that nobody chose gives way to those that somebody did', () => {
  expect(counterPortOf({}, [8080, 1337])).toEqual({ number: 8081, chosen: false });
  expect(counterPortOf({}, [8081, 8082])).toEqual({ number: 8083, chosen: false });
  expect(counterPortOf({ XINGLIN_COUNTER_PORT: '8081' }, [8081])).toEqual({ number: 8081, chosen: true });
});
