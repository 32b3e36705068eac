import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root, runVerb } from '../rigs/newsroom.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const verbs = Object.keys(scripts);

/** pnpm's own commands whose only meaning is “run the script of this name”. */
const runsTheScript = new Set(['start', 'test']);

describe('the verbs of package.json', () => {
  test('shadow none of pnpm’s own', async () => {
    const pinned = /'(pnpm@[^']+)'/.exec(readFileSync(join(root, 'scripts/run.mjs'), 'utf8'))?.[1] as string;
    const { stdout } = await promisify(execFile)('npx', ['--yes', pinned, 'help', '-a']);
    const own = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) .*?(?:\[alias(?:es)?: ([^\]]+)\])?$/gm)].flatMap(
      (match) => [match[1] as string, ...(match[2]?.split(', ') ?? [])],
    );
    expect(own).toContain('import');
    expect(own).toContain('prune');
    expect(verbs.filter((verb) => own.includes(verb) && !runsTheScript.has(verb))).toEqual([]);
  });

  test('include everything that people are told to use', () => {
    expect(verbs).toEqual(
      expect.arrayContaining([
        'start',
        'test',
        'lint',
        'types',
        'dev',
        'publish-site',
        'seed',
        'import-page',
        'verify',
        'releases',
        'explain',
      ]),
    );
  });

  test('are commands of the same name', () => {
    const commands = readdirSync(join(root, 'scripts/commands')).map((name) => name.replace(/\.ts$/, ''));
    for (const verb of verbs) {
      expect(scripts[verb]).toBe(`node scripts/run.mjs ${verb}`);
      expect(commands).toContain(verb);
    }
  });

  test.each(verbs)('%s explains itself with --help', async (verb) => {
    const { code, output } = await runVerb(verb, ['--help'], {});
    expect(code).toBe(0);
    expect(output).toContain(`用法：pnpm ${verb}`);
    expect(output).toContain('退出码');
  });

  test.each(verbs)('%s refuses an unknown option with exit code 2', async (verb) => {
    const { code, output } = await runVerb(verb, ['--no-such-option'], {});
    expect(code).toBe(2);
    expect(output).toContain('--no-such-option');
  });
});
