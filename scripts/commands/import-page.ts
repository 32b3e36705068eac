/** `pnpm import-page FILE`: a page of the old site becomes a draft, with a report of what went where. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import { ForeignPage } from '../importer/decode.ts';
import { articleDocument } from '../importer/document.ts';
import { draftTexts, punctuationProposals } from '../importer/draft.ts';
import { approval, HubProblem, type Hubs, resolveHubs } from '../importer/hubs.ts';
import { punctuationDiff } from '../importer/punctuation-diff.ts';
import { type ReadPage, readPage } from '../importer/read.ts';
import * as report from '../importer/report.ts';
import { type IntakeClient, intakeClient } from '../intake/client.ts';
import { readSecrets, readSettings } from '../settings.ts';

const command: Command = {
  name: 'import-page',
  summary: '把旧站的一个页面（保存的文字或 HTML）导入为草稿，并报告每一部分去了哪里。',
  usage: 'FILE [选项]',
  positionals: true,
  options: {
    'dry-run': { type: 'boolean', description: '只演练：读页面、核对内容库，不写入任何内容' },
    punctuation: { type: 'string', description: '全角标点：show 逐处对照，apply 采用建议（默认只计数）' },
    publish: { type: 'boolean', description: '导入后立即发布（默认存为草稿）' },
    lines: { type: 'boolean', description: '逐行列出原文的去向' },
  },
  notes: `例：pnpm import-page 旧新闻.txt --dry-run --punctuation show
再次导入同一页面不会重复；编辑部改过的内容一律保留。导入的批准名称是「${approval}」。`,
  run,
};

async function run({ values, positionals }: CommandInput): Promise<number> {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new CommandFault('要给出一个文件，只给一个。', '例：pnpm import-page 旧新闻.txt', 2);
  }
  const mode = punctuationMode(values['punctuation']);
  const rehearsal = values['dry-run'] === true;
  const page = await read(file);
  const draft = draftTexts(page.page);
  const proposals = punctuationProposals(draft.texts);
  const texts = { ...draft.texts };
  if (mode === 'apply') for (const { field, after } of proposals) texts[field] = after;

  section(`页面 ${basename(file)}`, report.describePage(page));
  section('去向', [
    ...report.describeCoverage(page),
    ...report.describeEscapes(draft),
    ...(values['lines'] === true ? report.describeLines(page) : []),
  ]);
  section('缺图', report.describePictures(draft.texts.body ?? ''));
  section('标点', [
    ...report.describePunctuation(proposals, mode === 'apply'),
    ...(mode === 'show' ? proposals.flatMap(punctuationDiff) : []),
  ]);

  const settings = readSettings();
  const client = intakeClient(settings.cmsUrl, readSecrets(settings).intakeToken);
  const hubs = await resolve(client, page, rehearsal);
  section('栏目、单位、系列、标签', report.describeHubs(hubs));
  if (rehearsal) {
    section('结果', ['这是演练，内容库没有变化。去掉 --dry-run 再运行即可导入。']);
    return 0;
  }
  const document = articleDocument(page.page, texts, hubs, values['publish'] === true);
  const [result] = await client.documents({ approval, documents: [document] });
  if (result === undefined) throw new Error('the intake gave no result');
  if (result.outcome === 'refused') {
    throw new CommandFault(
      `内容库没有接受这篇文章：${result.problem ?? '没有说明原因'}`,
      '请按原因处理后再导入一次；已建好的栏目和单位不会重复。',
    );
  }
  const address = `${settings.cmsUrl}/admin/content-manager/collection-types/api::article.article/${result.documentId}`;
  section('结果', [...outcomeOf(result.outcome, document.publish, result.problem), `后台地址  ${address}`]);
  return 0;
}

function punctuationMode(value: unknown): 'show' | 'apply' | undefined {
  if (value === undefined || value === 'show' || value === 'apply') return value;
  throw new CommandFault(
    `--punctuation 不认识「${String(value)}」。`,
    '请写 show（逐处对照）或 apply（采用）。',
    2,
  );
}

async function read(file: string): Promise<ReadPage> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: '没有这个文件',
      EACCES: '没有读它的权限',
      EISDIR: '它是一个文件夹',
    };
    throw new CommandFault(
      `读不了 ${file}：${reasons[code ?? ''] ?? (error as Error).message}。`,
      '请检查路径后再试。',
    );
  }
  try {
    return readPage(bytes);
  } catch (error) {
    if (!(error instanceof ForeignPage)) throw error;
    throw new CommandFault(
      `${file} 不像旧站的正文页：${error.message}。`,
      '请在浏览器里打开旧页面，从「您所在的位置」一直选到「相关疾病」复制存为文本，或把整个网页另存为 HTML。',
    );
  }
}

async function resolve(client: IntakeClient, page: ReadPage, rehearsal: boolean): Promise<Hubs> {
  try {
    return await resolveHubs(client, page.page, rehearsal);
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    throw new CommandFault(`${error.message}。`, '请在后台处理（改名、合并或补上别名、曾用名）后再导入。');
  }
}

function outcomeOf(outcome: string, published: boolean, problem: string | undefined): string[] {
  const state = published ? '并已发布' : '为草稿';
  switch (outcome) {
    case 'created':
      return [`已导入${state}。`];
    case 'updated':
      return [`以前导入过，已更新${state}。`];
    case 'unchanged':
      return ['以前导入过，内容相同，没有改动。'];
    default:
      return [`以前导入过，${problem ?? '编辑部改过'}：全部保留，这次没有写入。`];
  }
}

function section(title: string, lines: readonly string[]): void {
  process.stdout.write(`\n【${title}】\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}

await main(command);
