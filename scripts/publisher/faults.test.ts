import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { CommandFault } from '../cli.ts';
import { blameDisk, OutputFault } from './faults.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('a full disk is named, whether SQLite or the file system met it', () => {
  using database = new DatabaseSync(':memory:');
  database.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)');
  const full = thrownBy(() => database.exec('INSERT INTO t VALUES (hex(randomblob(90000)))'));
  expect(blameDisk(full)).toBeInstanceOf(OutputFault);
  expect(blameDisk(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatchObject({
    remedy: expect.stringContaining('没有空间'),
  });
});

test('faults that have a sentence, and faults of ours, stay what they are', () => {
  const named = new CommandFault('甲', '乙');
  expect(blameDisk(named)).toBe(named);
  const ours = new TypeError('x is not a function');
  expect(blameDisk(ours)).toBe(ours);
  using database = new DatabaseSync(':memory:');
  const wrong = thrownBy(() => database.exec('SELECT nonsense'));
  expect(blameDisk(wrong)).toBe(wrong);
});
