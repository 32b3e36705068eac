import { describe, expect, test } from 'vitest';
import { roomProblem } from './preflight.ts';

describe('room on the disk', () => {
  test('of 500 MB is enough, and less is refused with the figures and the remedy', () => {
    expect(roomProblem('/data', 500 * 1024 * 1024)).toBeUndefined();
    const problem = roomProblem('/data', 500 * 1024 * 1024 - 1);
    expect(problem?.message).toBe('磁盘空间不够：/data 所在的磁盘只剩 499 MB，至少需要 500 MB。');
    expect(problem?.remedy).toContain('XINGLIN_DATA_DIR');
  });
});
