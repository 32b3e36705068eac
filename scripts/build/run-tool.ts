/** Runs a package's own tool (`tsc`, `astro`, `biome` …) to its end and keeps all that it printed. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Tool {
  /** Found in `node_modules/.bin` of the folder, then of the root, then on the PATH. */
  program: string;
  args: readonly string[];
  /** Where it runs, relative to the root. */
  folder: string;
  environment?: Record<string, string>;
}

/** Resolves to the exit code and the output; rejects only where the tool cannot be started or was aborted. */
export function runTool(
  root: string,
  tool: Tool,
  signal?: AbortSignal,
): Promise<{ code: number; output: string }> {
  const cwd = join(root, tool.folder);
  const path = [
    join(cwd, 'node_modules', '.bin'),
    join(root, 'node_modules', '.bin'),
    process.env['PATH'],
  ].join(delimiter);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const child = spawn(tool.program, tool.args, {
      cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...tool.environment, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
