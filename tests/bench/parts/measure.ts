/** Runs a program to its end and takes its wall time and the memory of all its processes. Linux: reads /proc. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  /** From before the program is started until it has ended. */
  milliseconds: number;
  /** The most that all its processes held together at any sample: PSS, which counts a shared page once. */
  peakBytes: number;
  output: string;
}

export interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

/** Milliseconds between two samples. */
const every = 100;

/** @throws Error with the program's last output where it fails. */
export async function measure(program: Program): Promise<Measured> {
  const began = performance.now();
  const child = start(program);
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const memory = watchMemory(child.pid as number);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const milliseconds = performance.now() - began;
  const output = chunks.join('');
  if (code !== 0) {
    throw new Error(`${program.command} ended with ${code}:\n${output.split('\n').slice(-20).join('\n')}`);
  }
  return { milliseconds, peakBytes: memory.end(), output };
}

/** Starts a program with its output piped. */
export function start({ command, args, cwd, env }: Program) {
  return spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Samples the memory of a process and all below it until `end`, which tells the most there was. */
export function watchMemory(pid: number): { end(): number } {
  let most = 0;
  const sample = () => {
    most = Math.max(
      most,
      treeOf(pid).reduce((sum, one) => sum + pssOf(one), 0),
    );
  };
  const timer = setInterval(sample, every);
  return {
    end() {
      clearInterval(timer);
      sample();
      return most;
    },
  };
}

/** A process and everything that it started, still alive. */
function treeOf(pid: number): number[] {
  const children = quietly(() => readdirSync(`/proc/${pid}/task`), []).flatMap((thread) =>
    quietly(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'), '')
      .split(' ')
      .filter((word) => word.trim() !== '')
      .map(Number),
  );
  return [pid, ...children.flatMap(treeOf)];
}

function pssOf(pid: number): number {
  const rollup = quietly(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
}

/** What a process says of itself, or the other value where it has ended in the meantime. */
function quietly<Value>(ask: () => Value, otherwise: Value): Value {
  try {
    return ask();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return otherwise;
    throw error;
  }
}
