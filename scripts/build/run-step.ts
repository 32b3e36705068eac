/** Runs the build steps that are not fresh; what a step printed is shown only when it fails. */
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import type { Progress } from '../progress.ts';
import { clearStamp, fingerprint, isFresh, writeStamp } from './fingerprint.ts';
import { runTool } from './run-tool.ts';
import { allSteps, type BuildStep, stampOf } from './steps.ts';

/**
 * Builds whatever is not fresh; resolves to the names of the steps that ran.
 * @throws CommandFault naming the step that failed, with the end of its output.
 */
export async function build(
  root: string,
  progress: Progress,
  steps: readonly BuildStep[] = allSteps,
  signal?: AbortSignal,
): Promise<string[]> {
  const built: string[] = [];
  for (const step of steps) {
    const wanted = fingerprint(root, step.inputs, [step.program, ...step.args]);
    const stamp = stampOf(root, step);
    if (isFresh(stamp, wanted, join(root, step.output))) continue;
    clearStamp(stamp);
    await progress.during(step.label, () => runStep(root, step, signal));
    writeStamp(stamp, wanted);
    built.push(step.name);
  }
  return built;
}

async function runStep(root: string, step: BuildStep, signal?: AbortSignal): Promise<void> {
  const { code, output } = await runTool(root, step, signal);
  if (code === 0) return;
  const noSpace = /ENOSPC|no space left/i.test(output);
  throw new CommandFault(
    `「${step.label}」没有成功（${step.program} ${step.args.join(' ')}，退出码 ${code}）。\n${output.split('\n').slice(-40).join('\n')}`,
    noSpace ? '磁盘没有空间了：请腾出至少 2 GB 后重试。' : '原因见上面的输出；改好后再运行同一条命令。',
  );
}
