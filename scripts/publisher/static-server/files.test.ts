import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { openFile } from './files.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

function write(name: string, text: string, mtime: number): void {
  const file = join(folder.path, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, mtime, mtime);
}

async function read(path: string, accepted: ('br' | 'gzip')[] = [], root = folder.path) {
  const file = await openFile(root, path, accepted);
  if (file === undefined) return undefined;
  const text = await file.handle.readFile('utf8');
  await file.handle.close();
  return { text, encoding: file.encoding, tag: file.tag };
}

test('the best variant that is there is opened, each with a tag of its own', async () => {
  write('a/index.html', 'plain', 10);
  write('a/index.html.gz', 'small', 10);
  const plain = await read('/a/');
  const small = await read('/a/', ['br', 'gzip']);
  expect([plain?.text, small?.text, small?.encoding]).toEqual(['plain', 'small', 'gzip']);
  expect(small?.tag).not.toBe(plain?.tag);
});

test('a variant that a release has not replaced yet is passed over', async () => {
  write('a/index.html', 'new', 11);
  write('a/index.html.br', 'old', 10);
  expect((await read('/a/', ['br']))?.text).toBe('new');
});

test('a variant without its file is not there', async () => {
  write('a/index.html.br', 'withdrawn', 10);
  expect(await read('/a/', ['br', 'gzip'])).toBeUndefined();
});

test('a picture has no variants, whatever lies beside it', async () => {
  write('media/x.webp', 'picture', 10);
  write('media/x.webp.gz', 'stray', 10);
  expect((await read('/media/x.webp', ['gzip']))?.text).toBe('picture');
});

test('a root that is a symlink is followed anew for each file', async () => {
  write('trees/1/index.html', 'one', 10);
  write('trees/2/index.html', 'two', 11);
  const live = join(folder.path, 'live');
  symlinkSync('trees/1', live);
  expect((await read('/', [], live))?.text).toBe('one');
  symlinkSync('trees/2', `${live}.new`);
  renameSync(`${live}.new`, live);
  expect((await read('/', [], live))?.text).toBe('two');
  rmSync(join(folder.path, 'trees/1'), { recursive: true });
  expect((await read('/', [], live))?.text).toBe('two');
});

test('folders, missing files and names that no disk can hold are not there', async () => {
  write('a/b/index.html', 'page', 10);
  for (const path of ['/a', '/a/', '/none/', '/a/b/index.html/', `/${'长'.repeat(100)}/`]) {
    expect([path, await read(path)]).toEqual([path, undefined]);
  }
});
