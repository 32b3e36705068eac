/** Deliberately broken variants of how the publisher changes files, put between it and the file system. */
import fs from 'node:fs';
import { relative } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A function of node:fs by its verb, as it really is. */
export interface FileChange {
  verb: string;
  // biome-ignore lint/suspicious/noExplicitAny: every function of node:fs, whatever it takes and gives
  real: (...args: any[]) => any;
  dataDir: string;
  /** Notes that a change is half done: a place to die at. */
  midway(file: string): void;
}

type Mutant = (change: FileChange) => FileChange['real'] | undefined;

const realRm = fs.promises.rm.bind(fs.promises);
const realOpen = fs.promises.open.bind(fs.promises);
const realRead = fs.promises.readFile.bind(fs.promises);

const isServed = (dataDir: string, file: string) => /^(?:live|trees)\//.test(relative(dataDir, file));

export const mutants: Readonly<Record<string, Mutant>> = {
  /** Overwrites the file that readers are reading. */
  'in-place': ({ verb, real, dataDir, midway }) => {
    if (verb !== 'rename') return undefined;
    return async (from: string, to: string) => {
      if (!isServed(dataDir, to)) return real(from, to);
      const bytes = await realRead(from);
      const file = await realOpen(to, 'w');
      const half = Math.floor(bytes.length / 2);
      await file.write(bytes.subarray(0, half));
      midway(to);
      await file.write(bytes.subarray(half));
      await file.close();
      await realRm(from);
    };
  },

  /** Takes the old file away before it puts the new one in its place. */
  'deletes-first': ({ verb, real, dataDir, midway }) => {
    if (verb !== 'rename') return undefined;
    return async (from: string, to: string) => {
      if (!isServed(dataDir, to)) return real(from, to);
      await realRm(to, { force: true });
      midway(to);
      await nextTurn();
      return real(from, to);
    };
  },

  /** Takes the old file away before it writes the new one beside: that saves room. */
  'makes-room': ({ verb, real, dataDir }) => {
    if (verb !== 'open') return undefined;
    return async (file: string, ...more: unknown[]) => {
      const served = file.replace(/\.([^/]*)\.xinglin-staged$/, '$1');
      if (served !== file && isServed(dataDir, file)) await realRm(served, { force: true });
      return real(file, ...more);
    };
  },

  /** Takes the link to the served tree away before it points to another one. */
  'unlinks-first': ({ verb, real, dataDir }) => {
    if (verb !== 'rename') return undefined;
    return async (from: string, to: string) => {
      if (relative(dataDir, to) === 'live') {
        await realRm(to, { force: true });
        await nextTurn();
      }
      return real(from, to);
    };
  },
};

/** Broken in the same way where the publisher waits for a change and where it does not. */
export const forgetful: Readonly<Record<string, Mutant>> = {
  'forgets-objects': forgets('publisher/objects/'),
  'forgets-derivatives': forgets('publisher/derivatives/'),
};

/** Removes nothing below a folder. */
function forgets(folder: string): Mutant {
  return ({ verb, real, dataDir }) => {
    if (verb !== 'rm' && verb !== 'unlink') return undefined;
    return (file: string, ...more: unknown[]) =>
      relative(dataDir, file).startsWith(folder) ? undefined : real(file, ...more);
  };
}
