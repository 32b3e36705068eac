/** One article changed while the generator follows the project: from the write to its own word that it is done. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../rigs/until.ts';
import { start } from '../parts/measure.ts';
import type { Tool } from './tools.ts';

/** @throws Error where the tool does not say so within two minutes. */
export async function changeOne(
  tool: Tool,
  folder: string,
  changed: string,
  runs: number,
): Promise<number[]> {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const child = start(tool.watch(folder));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.resume();
  const said = async (what: string, word: RegExp) => {
    await until(what, () => word.test(printed), { seconds: 120, every: 5 });
    printed = '';
  };
  const file = join(folder, 'content', changed);
  const original = readFileSync(file, 'utf8');
  const page = join(folder, 'dist', changed.replace(/\.md$/, ''), 'index.html');
  const times: number[] = [];
  try {
    await said(`the first build of ${tool.name}`, tool.follows);
    await noticed(file, original, () => tool.wrote.test(printed));
    printed = '';
    for (let run = 1; run <= runs; run += 1) {
      const began = performance.now();
      writeFileSync(file, original.replaceAll(/"title":"[^"]+"/g, `"title":"第 ${run} 次改动"`));
      await said(`${tool.name} to write the change`, tool.wrote);
      const took = performance.now() - began;
      await until('the new title', () => readFileSync(page, 'utf8').includes(`第 ${run} 次改动`), {
        every: 5,
      });
      times.push(took);
    }
  } finally {
    child.kill();
    writeFileSync(file, original);
  }
  return times;
}

/** Milliseconds after which a change that was not noticed is made again, and in which what was noticed settles. */
const patience = 5000;

/** A tool says that it follows before it does: changes the file until one is noticed, and lets it come to rest. */
async function noticed(file: string, original: string, seen: () => boolean): Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  let nudges = 0;
  await until(
    'a change to be noticed',
    () => {
      if (performance.now() - last > patience) {
        nudges += 1;
        writeFileSync(file, original + '\n'.repeat(nudges));
        last = performance.now();
      }
      return seen();
    },
    { seconds: 120 },
  );
  await pause(patience);
}
