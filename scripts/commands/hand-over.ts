/** `pnpm hand-over`: signed content and media for a machine that makes the site without the CMS. */
import { resolve } from 'node:path';
import { type Command, CommandFault, main } from '../cli.ts';
import { handOverFrom, placeOf, snapshotRevision } from '../publisher/adapters/hand-over.ts';
import { httpCms } from '../publisher/adapters/http-cms.ts';
import { backoff } from '../publisher/backoff.ts';
import type { HandedOver } from '../publisher/hand-over/hand-over.ts';
import { readSecrets, readSettings, type Settings } from '../settings.ts';

const command: Command = {
  name: 'hand-over',
  summary: '把已发布的内容和图片签名交出，让别的机器（如 GitHub 托管的 runner）不连管理后台也能生成网站。',
  usage: '--to <文件夹或网址> [选项]',
  options: {
    to: { type: 'string', description: '放到哪里：文件夹，或支持 PUT 和 DELETE 的网址' },
    follow: { type: 'boolean', description: '一直运行：内容每有更新就再交一次' },
    full: { type: 'boolean', description: '全部重新交出，也可用旧内容覆盖新的' },
    'dry-run': { type: 'boolean', description: '只说会交出哪个修订，什么也不写' },
  },
  notes: '网址需要登录时，把整个请求头的值放进 XINGLIN_HAND_OVER_AUTHORIZATION（例如 Bearer …）。',
  async run({ values }) {
    if (typeof values['to'] !== 'string')
      throw new CommandFault('没有说交到哪里。', '请加 --to <文件夹或网址>。', 2);
    const to = values['to'];
    const settings = readSettings();
    const place = placeOf(/^https?:\/\//.test(to) ? to : resolve(to));
    if (values['dry-run'] === true) {
      const revision = snapshotRevision(settings.paths.snapshot);
      process.stdout.write(`试运行：会把修订 ${revision} 交到 ${place.name}，什么也没有写。\n`);
      return 0;
    }
    const once = (full: boolean) => give(settings, place, full);
    if (values['follow'] !== true) return once(values['full'] === true);
    return follow(settings, once, values['full'] === true);
  },
};

async function give(settings: Settings, place: ReturnType<typeof placeOf>, full: boolean): Promise<number> {
  const cms = httpCms({ url: settings.cmsUrl, token: readSecrets(settings).publisherToken });
  const given = await handOverFrom(settings.paths, place, cms, full);
  process.stdout.write(
    given === undefined ? `✓ ${place.name} 已是最新，没有要交的\n` : told(place.name, given),
  );
  return 0;
}

function told(name: string, { revision, files, sent, sentBytes, removed }: HandedOver): string {
  const size = `${(sentBytes / 1024 / 1024).toFixed(1)} MB`;
  return `✓ 已交到 ${name}（修订 ${revision}）：${files} 个图片和附件；新传 ${sent} 个文件 ${size}，删除 ${removed} 个\n`;
}

/** Milliseconds between two looks at the snapshot. */
const interval = 1_000;

async function follow(
  settings: Settings,
  once: (full: boolean) => Promise<number>,
  full: boolean,
): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());
  let given = -1;
  let failures = 0;
  while (!ending.signal.aborted) {
    try {
      const revision = snapshotRevision(settings.paths.snapshot);
      if (revision !== given) await once(full && given === -1);
      given = revision;
      failures = 0;
    } catch (error) {
      // Whatever a person can mend may have been mended by the next look.
      if (!(error instanceof CommandFault)) throw error;
      failures += 1;
      process.stderr.write(`✗ ${error.message} 稍后自动再试。\n`);
    }
    await pause(failures === 0 ? interval : backoff(failures, Math.random()), ending.signal);
  }
  return 0;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

await main(command);
