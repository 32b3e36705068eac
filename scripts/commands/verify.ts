/** `pnpm verify`: proves the live site file by file; with `--clean` against a render from scratch. */
import { setTimeout as after } from 'node:timers/promises';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import { countProgress } from '../count-progress.ts';
import type { DataPaths } from '../data-paths.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { folderReader } from '../publisher/adapters/folder-reader.ts';
import { openObjects } from '../publisher/adapters/objects.ts';
import { type ReadState, readState } from '../publisher/adapters/read-state.ts';
import type { AuditFault } from '../publisher/verify/audit.ts';
import { auditClean } from '../publisher/verify/audit-clean.ts';
import { auditObjects } from '../publisher/verify/audit-objects.ts';
import { faultLines } from '../publisher/verify/audit-report.ts';
import { auditTree } from '../publisher/verify/audit-tree.ts';
import { readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'verify',
  summary: '核对线上网站：每个文件和记录一致，存档完好，没有多出的文件。',
  options: {
    clean: { type: 'boolean', description: '再用当前内容从头生成每一页，和线上逐字节比较' },
    quick: { type: 'string', description: '只抽查这么多个文件（和页面）' },
    json: { type: 'boolean', description: '输出 JSON，写给程序看' },
  },
  notes: '只读，发布程序运行时也可以用：正在改动的文件会等它改完再看。有任何不一致时退出码为 1。',
  async run({ values }) {
    const { paths } = readSettings();
    const sample = sampleSize(values);
    using state = readState(paths.publisherState);
    const found = await auditAll(paths, state, sample, values['clean'] === true);
    if (values['json'] === true) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    else process.stdout.write(`${report(found, sample).join('\n')}\n`);
    return found.faults.length === 0 ? 0 : 1;
  },
};

interface Audited {
  release: number;
  files: number;
  objects: number;
  /** Pages rendered anew; absent without `--clean`. */
  pages?: number;
  faults: AuditFault[];
}

/** Longer than a release takes from its first renamed file to its row. */
const settle = () => after(1_000);

async function auditAll(
  paths: DataPaths,
  state: ReadState,
  sample: number | undefined,
  clean: boolean,
): Promise<Audited> {
  const pinned = state.pinned();
  if (clean && pinned !== undefined) {
    throw new CommandFault(
      `网站已固定在第 ${pinned} 次发布，线上本来就和当前内容不同，不能这样比较。`,
      '请先用 pnpm rollback --unpin 解除固定；不带 --clean 的核对现在也能用。',
    );
  }
  const tree = folderReader(paths.live);
  const folder = folderReader(paths.objects);
  const objects = openObjects(paths.objects);
  const progress = (label: string) => countProgress(label);
  const release = state.lastRelease()?.number ?? 0;
  const live = await auditTree({ state, tree, settle, sample, onProgress: progress('核对线上文件') });
  const kept = await auditObjects({ state, objects, folder, sample, onProgress: progress('核对存档') });
  const found = {
    release,
    files: live.files,
    objects: kept.objects,
    faults: [...live.faults, ...kept.faults],
  };
  if (!clean) return found;
  const made = await compareClean(paths, state, sample);
  return { ...found, pages: made.pages, faults: [...found.faults, ...made.faults] };
}

async function compareClean(paths: DataPaths, state: ReadState, sample: number | undefined) {
  const bundle = await loadBundle(root);
  if (state.lastRelease()?.bundle !== bundle.digest) {
    throw new CommandFault(
      '网站模板比线上的新，还没有用它发布过，不能比较。',
      '请先用 pnpm publish-site 或 npm start 发布一次。',
    );
  }
  const snapshot = openSnapshot(paths.snapshot, { readOnly: true });
  try {
    const tree = folderReader(paths.live);
    const onProgress = countProgress('从头生成并比较');
    return await auditClean({ bundle, snapshot, state, tree, settle, sample, onProgress });
  } finally {
    snapshot.close();
  }
}

function report({ release, files, objects, pages, faults }: Audited, sample: number | undefined): string[] {
  const some = sample === undefined ? '' : `（抽查 ${sample} 个）`;
  const what = [
    `线上 ${files} 个文件`,
    `存档 ${objects} 个`,
    ...(pages === undefined ? [] : [`从头生成 ${pages} 页`]),
  ].join('，');
  if (faults.length === 0) return [`✓ 第 ${release} 次发布核对无误：${what}${some}`];
  return [`✗ 第 ${release} 次发布有 ${faults.length} 处不一致（${what}${some}）：`, ...faultLines(faults)];
}

function sampleSize(values: CommandInput['values']): number | undefined {
  const asked = values['quick'];
  if (asked === undefined) return undefined;
  const count = Number(asked);
  if (Number.isInteger(count) && count > 0) return count;
  throw new CommandFault(`--quick 要一个正整数，不是「${String(asked)}」。`, '用 --help 查看用法。', 2);
}

await main(command);
