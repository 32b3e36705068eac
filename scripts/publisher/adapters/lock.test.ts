import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { until } from '../../../tests/rigs/until.ts';
import { LockFault } from '../faults.ts';
import { acquireLock } from './lock.ts';

test('a second publisher is refused and told which process holds the lock', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'publisher.lock');
  const lock = acquireLock(file);
  expect(() => acquireLock(file)).toThrow(LockFault);
  expect(() => acquireLock(file)).toThrow(String(process.pid));
  lock.release();
  acquireLock(file).release();
});

test('a killed publisher leaves no lock behind', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'publisher.lock');
  const holder = `import { acquireLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    acquireLock(${JSON.stringify(file)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holder]);
  await once(child.stdout, 'data');
  expect(() => acquireLock(file)).toThrow(String(child.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await until('the lock to be free', () => acquireLock(file), { seconds: 5 });
  lock.release();
});
