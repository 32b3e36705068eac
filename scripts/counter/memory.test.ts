import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../data-paths.ts';
import { memoryFlags } from './memory.ts';

test.each(['scripts/run.mjs', 'scripts/deploy/systemd/xinglin-counter.service'])(
  '%s starts the counter within the same bounds',
  (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    for (const flag of memoryFlags) expect(text).toContain(flag);
  },
);
