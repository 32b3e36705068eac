/** `pnpm publish-site`: one sync and one publish, with a report; or the whole site into a folder. */
import { resolve } from 'node:path';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import { lineProgress, type Progress } from '../progress.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { httpCms } from '../publisher/adapters/http-cms.ts';
import { lineLog } from '../publisher/adapters/line-log.ts';
import { releaseLog } from '../publisher/adapters/release-log.ts';
import { openWorkshop } from '../publisher/adapters/workshop.ts';
import { writeWhole } from '../publisher/adapters/write-whole.ts';
import { blameDisk } from '../publisher/faults.ts';
import { deliver } from '../publisher/outbox.ts';
import { patrol } from '../publisher/patrol.ts';
import { preview } from '../publisher/preview.ts';
import { tellProgress } from '../publisher/progress-text.ts';
import { publish } from '../publisher/publish.ts';
import { releaseLine } from '../publisher/release-line.ts';
import { previewReport, publishedReport, writtenReport } from '../publisher/report.ts';
import { sync } from '../publisher/sync.ts';
import { readSecrets, readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'publish-site',
  summary: '从管理后台取一次更新并发布网站。',
  options: {
    once: { type: 'boolean', description: '只发布一次（默认就是这样，写给脚本看）' },
    'dry-run': { type: 'boolean', description: '只说会改动什么，什么也不写' },
    full: { type: 'boolean', description: '重新取得全部内容，重新生成全部页面' },
    'allow-mass-deletion': { type: 'boolean', description: '内容大量减少或内容库更换时，确认无误后继续' },
    into: { type: 'string', description: '把当前快照的整个网站写进一个文件夹，不取更新、不动线上' },
  },
  notes: '有内容被搁置（不符合约定、图片损坏等）时，其余照常发布，退出码为 1。',
  run: ({ values }) =>
    (values['into'] === undefined ? publishNow(values) : into(values)).catch((error: unknown) => {
      throw blameDisk(error);
    }),
};

async function publishNow(values: CommandInput['values']): Promise<number> {
  const settings = readSettings();
  const bundle = await loadBundle(root);
  const cms = httpCms({
    url: settings.cmsUrl,
    token: readSecrets(settings).publisherToken,
    spool: settings.paths.publisher,
  });
  const log = lineLog(process.stderr);
  const options = {
    allowMassDeletion: values['allow-mass-deletion'] === true,
    full: values['full'] === true,
  };
  const progress = lineProgress();
  const onProgress = tellProgress(progress.detail);
  // In a log the report alone is enough; who waits at a terminal sees what is done meanwhile.
  const during: Progress['during'] = process.stderr.isTTY ? progress.during : (_, work) => work();
  const workshop = await openWorkshop(settings.paths, bundle, cms, log, settings);
  try {
    if (values['dry-run'] === true) {
      const report = previewReport(await preview(workshop, cms, options));
      process.stdout.write(`${report.text}\n`);
      return report.exitCode;
    }
    const learned = performance.now();
    const synced = await during('取得更新', () =>
      sync(cms, workshop.snapshot, workshop.state, { ...options, onProgress }),
    );
    await patrol(workshop);
    const began = performance.now();
    const published = await during('发布网站', () =>
      publish(workshop, { ...options, overridden: synced.overridden, onProgress }),
    );
    if (published.made) {
      const served = performance.now();
      const causes = workshop.state.causes(published.release.number);
      releaseLog(settings.paths.releaseLog, log)(releaseLine(published, causes, { learned, began, served }));
    }
    const waiting = await deliver(cms, workshop.state, log);
    const report = publishedReport(synced, published, workshop.state.quarantined(), waiting);
    process.stdout.write(`${report.text}\n`);
    return report.exitCode;
  } finally {
    workshop.close();
  }
}

async function into(values: CommandInput['values']): Promise<number> {
  const clash = ['dry-run', 'full', 'allow-mass-deletion'].find((name) => values[name] === true);
  if (clash !== undefined) {
    throw new CommandFault(
      `--into 不能和 --${clash} 一起用。`,
      '写进文件夹总是整站、只读快照；请分两次运行。',
      2,
    );
  }
  const settings = readSettings();
  const bundle = await loadBundle(root);
  const cms = httpCms({ url: settings.cmsUrl, token: readSecrets(settings).publisherToken });
  const folder = resolve(String(values['into']));
  const published = await writeWhole(settings.paths, folder, bundle, cms, lineLog(process.stderr));
  const report = writtenReport(folder, published);
  process.stdout.write(`${report.text}\n`);
  return report.exitCode;
}

await main(command);
