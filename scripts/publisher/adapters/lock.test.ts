import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { until } from '../../../tests/rigs/until.ts';
import { LockFault } from '../faults.ts';
import { type Holder, livesHere, readHolder } from './holder.ts';
import { acquireLock } from './lock.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'publisher.lock');
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  folder[Symbol.dispose]();
});

/** A process that tries to take the lock, says what came of it, and then does as it is told. */
async function contender(
  afterwards = 'setInterval(() => {}, 1000)',
): Promise<ChildProcess & { said: string }> {
  const program = `import { acquireLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
    let said = 'held';
    try { acquireLock(${JSON.stringify(file)}); }
    catch (error) { said = error.exitCode + ' ' + error.message; }
    process.stdout.write(said + '\\n', () => { ${afterwards} });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  children.push(child);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return Object.assign(child, { said: String(said).trim() });
}

/** Field 3 of the kernel's line on a process: its state. */
const stateOf = (pid: number | undefined) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];

test('a second process is refused, and told which process holds the lock since when', () => {
  const lock = acquireLock(file);
  const refused = (() => {
    try {
      acquireLock(file);
    } catch (error) {
      return error as LockFault;
    }
    return undefined;
  })();
  expect(refused).toBeInstanceOf(LockFault);
  expect(refused).toMatchObject({ exitCode: 3, pid: process.pid });
  expect(refused?.message).toMatch(/进程 \d+，从 \d{4}\/\d+\/\d+ \d\d:\d\d:\d\d 开始/);
  lock.release();
  expect(readHolder(`${file}.holder`)).toBeUndefined();
  acquireLock(file).release();
});

test('a killed process leaves no lock behind for longer than two seconds', async () => {
  const child = await contender();
  expect(() => acquireLock(file)).toThrow(String(child.pid));
  child.kill('SIGKILL');
  const lock = await until('the lock to be free', () => acquireLock(file), { seconds: 2 });
  lock.release();
});

test('a suspended process keeps its lock, before and after it goes on', async () => {
  const child = await contender();
  child.kill('SIGSTOP');
  await until('the process to be suspended', () => stateOf(child.pid) === 'T');
  expect(() => acquireLock(file)).toThrow(String(child.pid));
  child.kill('SIGCONT');
  await until('the process to go on', () => stateOf(child.pid) !== 'T');
  expect(() => acquireLock(file)).toThrow(String(child.pid));
});

test('a process whose event loop is blocked keeps its lock', async () => {
  const child = await contender('for (;;);');
  await until('the loop to be busy', () => stateOf(child.pid) === 'R');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(() => acquireLock(file)).toThrow(String(child.pid));
  }
});

test('of many processes that start at once exactly one gets the lock, and all others name it', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => contender()));
  const [winner, ...more] = all.filter(({ said }) => said === 'held');
  expect(more).toEqual([]);
  for (const { said } of all.filter((child) => child !== winner)) {
    expect(said).toMatch(new RegExp(`^3 .*进程 ${winner?.pid}，`));
  }
});

test('a lock that is given although its holder lives is refused: this disk holds no locks', async () => {
  const child = await contender();
  const holder = readHolder(`${file}.holder`) as Holder;
  expect(holder.pid).toBe(child.pid);
  // Another file stands in for a disk on which every lock is given.
  const unguarded = join(folder.path, 'unguarded.lock');
  writeFileSync(`${unguarded}.holder`, JSON.stringify(holder));
  expect(() => acquireLock(unguarded)).toThrow(/不支持文件锁/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  acquireLock(unguarded).release();
});

test('a name that was left behind by a killed process stops nobody, even where its number is used again', () => {
  const nobody = { pid: process.ppid, host: 'here', command: 'publisher', since: '', began: '1' };
  for (const left of [JSON.stringify(nobody), '{"pid":', '17', '']) {
    writeFileSync(`${file}.holder`, left);
    acquireLock(file).release();
    expect(existsSync(`${file}.holder`)).toBe(false);
  }
});

test('a process on another machine cannot be asked, and is not believed to live', () => {
  const lock = acquireLock(file);
  const holder = readHolder(`${file}.holder`) as Holder;
  expect(livesHere(holder)).toBe(true);
  expect(livesHere({ ...holder, host: 'elsewhere' })).toBe(false);
  lock.release();
});
