/** A web server's process, from its first answer to its end. */
import { spawn } from 'node:child_process';
import { until } from './until.ts';

export interface RunningServer extends AsyncDisposable {
  url: string;
  /** Tells the server to read its configuration again, as the units in scripts/deploy/systemd do. */
  reload(): void;
}

/** Starts it and waits for its first answer; its folder goes when it ends. */
export async function startServer(
  program: string,
  args: readonly string[],
  port: number,
  folder: Disposable,
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunningServer> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    folder[Symbol.dispose]();
  };
  const url = `http://127.0.0.1:${port}`;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  try {
    await until(`${program} to answer`, async () => over || (await fetch(url)).status > 0);
    if (over) throw new Error('it ended by itself');
  } catch (error) {
    await stop();
    throw new Error(`${program} did not come up: ${said}`, { cause: error });
  }
  return { url, reload: () => void child.kill('SIGHUP'), [Symbol.asyncDispose]: stop };
}
