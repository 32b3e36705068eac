/**
 * Loaded before a command (`--import`): notes every change that the process makes to files of its data folder, may
 * kill it between two of them, and may make it a mutant. The command itself is the real one. Told what to do by
 * `XINGLIN_SPY`; tells its parent when the first change comes.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { type FileChange, forgetful, mutants } from './mutants.ts';
import type { SpyOrders } from './spied.ts';

const orders = JSON.parse(process.env['XINGLIN_SPY'] ?? '{}') as SpyOrders;
const { dataDir, journal, killAt } = orders;
const notes = fs.openSync(journal, 'a');
const readlinkSync = fs.readlinkSync.bind(fs);
let noted = 0;

/** Which part of a publish a change belongs to: `s`taging, `a`pplying, `p`runing. Undefined: none of ours. */
function phaseOf(verb: string, file: string): string | undefined {
  const [top, second] = relative(dataDir, file).split('/');
  const removes = /^(?:rm|unlink)/.test(verb);
  if (top === 'publisher' && (second === 'objects' || second === 'derivatives')) return removes ? 'p' : 's';
  if (top === 'trees' && second !== currentTree()) return removes ? 'p' : 's';
  if (top !== 'live' && top !== 'live.next' && top !== 'trees') return undefined;
  const isStaged = /(?:^|\/)\.[^/]*$/.test(file);
  return !isStaged && (removes || /^(?:rename|symlink)/.test(verb)) ? 'a' : 's';
}

function currentTree(): string | undefined {
  try {
    return readlinkSync(`${dataDir}/live`).split('/').at(-1);
  } catch {
    return undefined;
  }
}

/** Before a change: notes its phase, and dies where it was told to. */
function note(verb: string, file: string): void {
  const phase = phaseOf(verb, file);
  if (phase === undefined) return;
  if (noted === 0 && isMainThread) process.send?.('publishing');
  if (noted === killAt) process.kill(process.pid, 'SIGKILL');
  noted += 1;
  fs.writeSync(notes, phase);
}

/** What a change acts on: the last path it is given, which is where its result stands. */
const acted: Record<string, (args: unknown[]) => string> = {
  ...Object.fromEntries(
    ['rename', 'link', 'symlink', 'copyFile'].map((verb) => [verb, (args) => String(args[1])]),
  ),
  ...Object.fromEntries(
    ['rm', 'unlink', 'writeFile', 'rmdir', 'open'].map((verb) => [verb, (args) => String(args[0])]),
  ),
};

// biome-ignore lint/suspicious/noExplicitAny: every function of node:fs, whatever it takes and gives
type Functions = Record<string, any>;

function spyOn(functions: Functions, names: (verb: string) => string, broken: typeof mutants): void {
  for (const [verb, file] of Object.entries(acted)) {
    const real = functions[names(verb)];
    const noting = (...args: unknown[]) => {
      if (verb !== 'open' || /^[wa]/.test(String(args[1]))) note(verb, file(args));
      return real(...args);
    };
    const change: FileChange = { verb, real: noting, dataDir, midway: (path) => note(verb, path) };
    functions[names(verb)] = broken[orders.mutant ?? '']?.(change) ?? noting;
  }
}

spyOn(fs, (verb) => `${verb}Sync`, forgetful);
spyOn(fs.promises as unknown as Functions, (verb) => verb, { ...mutants, ...forgetful });
syncBuiltinESMExports();
