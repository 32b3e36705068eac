/** The publisher as `npm start` runs it: a process with its own memory, and the site that it serves. */
import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Counts } from '../../../scripts/publisher/ports.ts';
import type { ServiceMessage } from '../../../scripts/publisher/service.ts';
import { root } from '../../../scripts/settings.ts';
import { token } from '../../rigs/feed-server.ts';
import { freePorts } from '../../rigs/ports.ts';
import { until } from '../../rigs/until.ts';

export interface PublisherProcess {
  /** Milliseconds since it was asked to start. */
  age(): number;
  get(path: string): Promise<{ status: number; text: string }>;
  /** Resolves when a revision is live as a whole, with what it took. */
  live(revision: number, seconds?: number): Promise<Counts>;
  /** The most memory it held (RSS, bytes) since the last call. */
  peak(): number;
  end(): Promise<void>;
}

export async function startPublisher(dataDir: string, cmsUrl: string): Promise<PublisherProcess> {
  const [port] = (await freePorts(1)) as [number];
  const began = performance.now();
  const child = fork(join(root, 'scripts', 'commands', 'publisher.ts'), {
    env: {
      ...process.env,
      XINGLIN_DATA_DIR: dataDir,
      XINGLIN_CMS_URL: cmsUrl,
      XINGLIN_SITE_PORT: String(port),
      XINGLIN_PUBLISHER_TOKEN: token,
      XINGLIN_INTAKE_TOKEN: token,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let revision = -1;
  let ended = false;
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-20_000);
  });
  child.on('message', (message: ServiceMessage) => {
    if (message.kind === 'published') revision = message.revision;
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void closed.then(() => {
    ended = true;
  });
  return {
    age: () => performance.now() - began,
    async get(path) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    },
    async live(wanted, seconds = 1_800) {
      await until(
        `revision ${wanted} to be live`,
        () => {
          if (ended) throw new Error(`the publisher ended:\n${printed}`);
          return revision >= wanted;
        },
        { seconds, every: 2 },
      );
      return countsIn(printed);
    },
    peak() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    async end() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** What the last release took, as its line in the log tells. */
function countsIn(log: string): Counts {
  const line = log.split('\n').findLast((one) => / info published /.test(one));
  if (line === undefined) throw new Error(`the publisher's log tells of no release:\n${log}`);
  return JSON.parse(line.slice(line.indexOf('{'))) as Counts;
}
