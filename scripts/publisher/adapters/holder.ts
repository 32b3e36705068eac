/**
 * Who holds a lock, in a file beside it. The file proves nothing and holds nothing: the lock does. It is read
 * where the lock is refused, to name the holder, and where it is given although its holder lives.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';

export interface Holder {
  pid: number;
  host: string;
  /** The verb it runs: `publisher`, `publish-site` … */
  command: string;
  /** ISO 8601, UTC. */
  since: string;
  /** When the kernel began the process, in ticks since its boot: a number that is used again begins later. */
  began: string | undefined;
}

/** This process, as the holder of a lock from now on. */
export function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    command: basename(process.argv[1] ?? 'node', '.ts'),
    since: new Date().toISOString(),
    began: begunAt(process.pid),
  };
}

/** Written beside and renamed: nobody reads half of it. */
export function writeHolder(file: string, holder: Holder): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(holder)}\n`);
  renameSync(beside, file);
}

export function removeHolder(file: string): void {
  rmSync(file, { force: true });
}

/** Undefined where nobody is named, or nothing that can be read as a name. */
export function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder> | number;
    return typeof holder === 'object' && typeof holder.pid === 'number' ? (holder as Holder) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether that very process runs on this machine; one that runs elsewhere cannot be asked. */
export function livesHere({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return false;
  if (began !== undefined) return begunAt(pid) === began;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of the kernel's line on a process; undefined where it has ended, or the system keeps no such line. */
function begunAt(pid: number): string | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name in brackets may hold spaces and brackets; the state, field 3, follows the last one.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}
