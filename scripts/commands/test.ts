/** `npm test`: builds what the tests need, then checks and tests everything; ends with one line of counts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/run-step.ts';
import { type Command, CommandFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';
import { lintChecks, runChecks, typeChecks } from '../testing/checks.ts';
import type { TestSummary } from '../testing/summary-reporter.ts';

const command: Command = {
  name: 'test',
  summary: '构建并运行全部检查和测试：单元、约定、等价、故障、无障碍和真实浏览器里的全流程。',
  usage: '[选项] [文件名片段…]',
  positionals: true,
  options: {
    project: {
      type: 'string',
      multiple: true,
      description: '只跑这些组：unit contract equivalence faults accessibility journeys',
    },
    'forbid-skips': { type: 'boolean', description: '有任何跳过的测试就算失败（CI 用）' },
  },
  notes: '最后一行是「N passed, N failed, N skipped」。给出文件名片段或 --project 时，不跑静态检查。',
  async run({ values, positionals }) {
    const say = (text: string) => void process.stdout.write(`${text}\n`);
    const projects = (values['project'] ?? []) as string[];
    const whole = positionals.length === 0 && projects.length === 0;
    await build(root, lineProgress(process.stdout));
    const checks = whole ? [...lintChecks, ...typeChecks] : [];
    const failedChecks = await runChecks(root, checks, say);
    const summary = await runVitest([...projects.flatMap((name) => ['--project', name]), ...positionals]);

    for (const name of summary.skipped) say(`skipped: ${name}`);
    for (const name of failedChecks) say(`failed: ${name}`);
    const passed = summary.passed + checks.length - failedChecks.length;
    const failed = summary.failed + failedChecks.length;
    say(`${passed} passed, ${failed} failed, ${summary.skipped.length} skipped`);
    const forbidden = values['forbid-skips'] === true && summary.skipped.length > 0;
    return failed > 0 || passed === 0 || forbidden ? 1 : 0;
  },
};

async function runVitest(args: readonly string[]): Promise<TestSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'xinglin-test-'));
  const file = join(folder, 'summary.json');
  try {
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...args],
        {
          cwd: root,
          stdio: ['ignore', 'inherit', 'inherit'],
          env: { ...process.env, XINGLIN_TEST_SUMMARY: file },
        },
      );
      child.once('error', reject);
      child.once('close', (exit) => resolve(exit ?? 1));
    });
    return readSummary(file, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readSummary(file: string, code: number): TestSummary {
  try {
    const summary = JSON.parse(readFileSync(file, 'utf8')) as TestSummary;
    // Vitest failed although no test did (a global setup, a leaked handle): that is a failure too.
    return code !== 0 && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
  } catch (error) {
    throw new CommandFault(
      `测试没有跑完（vitest 退出码 ${code}）：${(error as Error).message}`,
      '原因见上面的输出。',
    );
  }
}

await main(command);
