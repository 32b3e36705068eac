/** What is checked without running the product: form, types, direction of imports, dead code. */
import { runTool, type Tool } from '../build/run-tool.ts';

export interface Check extends Tool {
  name: string;
  label: string;
}

export const lintChecks: readonly Check[] = [
  {
    name: 'format and lint',
    label: '格式与代码检查',
    program: 'biome',
    args: ['ci', '--error-on-warnings', '.'],
    folder: '.',
  },
  {
    name: 'direction of imports',
    label: '引用方向检查',
    program: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'shared/src', 'cms/src', 'site/src', 'scripts', 'tests'],
    folder: '.',
  },
  { name: 'dead code', label: '无用代码检查', program: 'knip', args: [], folder: '.' },
];

export const typeChecks: readonly Check[] = [
  {
    name: 'types of shared',
    label: '类型检查：shared',
    program: 'tsc',
    args: ['-p', 'tsconfig.json', '--noEmit'],
    folder: 'shared',
  },
  {
    name: 'types of cms',
    label: '类型检查：cms',
    program: 'tsc',
    args: ['-p', 'tsconfig.json', '--noEmit'],
    folder: 'cms',
  },
  {
    name: 'types of the admin',
    label: '类型检查：管理后台',
    program: 'tsc',
    args: ['-p', 'src/admin/tsconfig.json', '--noEmit'],
    folder: 'cms',
  },
  {
    name: 'types of scripts',
    label: '类型检查：scripts',
    program: 'tsc',
    args: ['-p', 'tsconfig.json'],
    folder: 'scripts',
  },
  {
    name: 'types of tests',
    label: '类型检查：tests',
    program: 'tsc',
    args: ['-p', 'tsconfig.json'],
    folder: 'tests',
  },
  { name: 'types of site', label: '类型检查：site', program: 'astro', args: ['check'], folder: 'site' },
];

/** Runs checks one after another, says each outcome, and resolves to the names of those that failed. */
export async function runChecks(
  root: string,
  checks: readonly Check[],
  say: (text: string) => void,
): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    const began = performance.now();
    const { code, output } = await runTool(root, check);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${code === 0 ? '✓' : '✗'} ${check.label}，${seconds} 秒`);
    if (code === 0) continue;
    failed.push(check.name);
    say(output.trimEnd());
  }
  return failed;
}
