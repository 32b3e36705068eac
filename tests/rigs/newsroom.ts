/** The whole newsroom as its users start it: `npm start` with ports and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from './ports.ts';
import { until } from './until.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const administrator = { email: 'admin@example.test', password: 'Xinglin-2026-Test' };

export interface NewsroomOptions {
  /** Fill the empty database with the demo content. */
  seed?: boolean;
  /** Keep data between two starts; made and removed by the rig where absent. */
  dataDir?: string;
  env?: Record<string, string>;
}

export interface Newsroom extends AsyncDisposable {
  readonly siteUrl: string;
  readonly cmsUrl: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All that it printed so far. */
  output(): string;
  /** Environment for commands that talk to this newsroom. */
  readonly env: Record<string, string>;
  /** Ends it by a signal, SIGINT as Ctrl-C would; resolves to its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number>;
}

/** Starts `npm start` and waits for its closing block. */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const own = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'xinglin-newsroom-'));
  const [sitePort, cmsPort, counterPort] = (await freePorts(3)) as [number, number, number];
  const env = {
    XINGLIN_SITE_PORT: String(sitePort),
    XINGLIN_CMS_PORT: String(cmsPort),
    XINGLIN_COUNTER_PORT: String(counterPort),
    XINGLIN_DATA_DIR: dataDir,
    XINGLIN_SEED: options.seed === true ? 'on' : 'off',
    XINGLIN_ADMIN_EMAIL: administrator.email,
    XINGLIN_ADMIN_PASSWORD: administrator.password,
    ...options.env,
  };
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const output = () => chunks.join('');
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  let over = false;
  void ended.then(() => {
    over = true;
  });

  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    // Ctrl-C reaches the whole foreground group, as a terminal sends it; other signals the outermost process alone.
    if (!over && signal === 'SIGINT') process.kill(-(child.pid as number), signal);
    else if (!over) child.kill(signal);
    const code = await ended;
    if (own) rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    await until('the closing block of npm start', () => (over ? 'ended' : output().includes('杏林已启动')), {
      seconds: 170,
    });
    if (over) throw new Error('npm start ended by itself');
  } catch (error) {
    await stop();
    throw new Error(`npm start did not come up:\n${output()}`, { cause: error });
  }
  return {
    siteUrl: `http://127.0.0.1:${sitePort}`,
    cmsUrl: `http://127.0.0.1:${cmsPort}`,
    dataDir,
    process: child,
    env,
    output,
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}

/** Runs a verb (`publish-site`, `seed` …) to its end. */
export function runVerb(
  verb: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return runScript(join(root, 'scripts', 'run.mjs'), [verb, ...args], env);
}

/** Runs a script with this Node to its end. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, output: chunks.join('') }));
  });
}
