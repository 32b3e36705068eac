/**
 * A process that takes a data folder's lock and works under it: `node contender.ts LOCK JOURNAL [mutant]`.
 * Told `go` it tries; told `block` it blocks its event loop; told `end` it gives the lock back. It writes into the
 * journal when it begins and ends to be a writer.
 */
import { appendFileSync } from 'node:fs';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { main } from '../../../../scripts/cli.ts';
import { acquireLock, type Lock } from '../../../../scripts/publisher/adapters/lock.ts';
import { LockFault } from '../../../../scripts/publisher/faults.ts';

const [, , file = '', journal = '', mutant] = process.argv;

/** Milliseconds: longer than the 15 s that a lock has to survive. */
const blockedFor = 16_000;

/** The mutant of those who think that a file with a number is a lock: looks, then writes. */
async function byPidFile(): Promise<Lock> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && isAlive(holder)) throw new LockFault(`进程 ${holder}`, '请先停止它。', holder);
  await writeFile(file, String(process.pid));
  return { release: () => void writeFile(file, '') };
}

/** The mutant that calls a lock stale when its holder has not touched it for ten seconds. */
async function byHeartbeat(): Promise<Lock> {
  const touched = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (Date.now() - touched < 10_000)
    throw new LockFault(`进程 ${await readFile(file, 'utf8')}`, '请先停止它。', 0);
  await writeFile(file, String(process.pid));
  const beating = setInterval(() => void utimes(file, new Date(), new Date()), 1_000);
  return {
    release() {
      clearInterval(beating);
      void utimes(file, 0, 0);
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const takers: Record<string, () => Lock | Promise<Lock>> = {
  'pid-file': byPidFile,
  heartbeat: byHeartbeat,
};

function heard(word: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (message !== word) return;
      process.off('message', listen);
      resolve();
    };
    process.on('message', listen);
  });
}

await main(
  {
    name: 'contender',
    summary: '试着拿发布锁。',
    async run() {
      const go = heard('go');
      process.send?.('ready');
      await go;
      const lock = await (takers[mutant ?? ''] ?? (() => acquireLock(file)))();
      appendFileSync(journal, `in ${process.pid}\n`);
      void heard('block').then(() => {
        process.send?.('blocking');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, blockedFor);
        process.send?.('unblocked');
      });
      const end = heard('end');
      process.send?.('held');
      await end;
      appendFileSync(journal, `out ${process.pid}\n`);
      lock.release();
      return 0;
    },
  },
  [],
);
process.disconnect?.();
