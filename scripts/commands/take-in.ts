/** `pnpm take-in`: the whole site from a hand-over, without the CMS. */
import { join, resolve } from 'node:path';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { placeOf } from '../publisher/adapters/hand-over.ts';
import { lineLog } from '../publisher/adapters/line-log.ts';
import { writeWhole } from '../publisher/adapters/write-whole.ts';
import { blameDisk } from '../publisher/faults.ts';
import { folderPlace } from '../publisher/hand-over/folder-place.ts';
import { publicKeyFrom } from '../publisher/hand-over/key.ts';
import type { Manifest } from '../publisher/hand-over/manifest.ts';
import { placeSnapshot } from '../publisher/hand-over/snapshot-copy.ts';
import { NotThereYet, type TakeInOptions, takeIn } from '../publisher/hand-over/take-in.ts';
import { takenMedia } from '../publisher/hand-over/taken-media.ts';
import { MediaFault } from '../publisher/ports.ts';
import { writtenReport } from '../publisher/report.ts';
import { readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'take-in',
  summary: '收下别的机器用 pnpm hand-over 交出的内容，核对签名和每个文件，把整个网站写进一个文件夹。',
  usage: '--from <文件夹或网址> --into <文件夹> [选项]',
  options: {
    from: { type: 'string', description: '交接包在哪里：文件夹或网址' },
    into: { type: 'string', description: '把整个网站写进这个文件夹；不写就只收下、核对' },
    key: { type: 'string', description: '交出一方的公钥，默认取 XINGLIN_HAND_OVER_KEY' },
    'at-least': { type: 'string', description: '至少要到这个修订，更旧的不收' },
    wait: { type: 'string', description: '没到 --at-least 时最多等多少秒，默认不等' },
    'allow-older': { type: 'boolean', description: '比上次旧的、或来自另一个内容库的也收' },
  },
  notes: '任何一处不对都整包拒收：上次收下的内容和 --into 的文件夹不变，退出码为 1。',
  run: ({ values }) =>
    run(values).catch((error: unknown) => {
      throw blameDisk(error);
    }),
};

async function run(values: CommandInput['values']): Promise<number> {
  const from = values['from'];
  if (typeof from !== 'string') throw new CommandFault('没有说从哪里取。', '请加 --from <文件夹或网址>。', 2);
  const { paths } = readSettings();
  const taken = folderPlace(paths.taken);
  const options: TakeInOptions = {
    publicKey: publicKeyFrom(String(values['key'] ?? process.env['XINGLIN_HAND_OVER_KEY'] ?? '')),
    allowOlder: values['allow-older'] === true,
    atLeast: wholeNumber(values, 'at-least'),
    proveSnapshot: (packed, manifest) => placeSnapshot(packed, manifest, paths.taken),
  };
  const place = placeOf(/^https?:\/\//.test(from) ? from : resolve(from));
  const manifest = await waiting(wholeNumber(values, 'wait'), () => takeIn(place, taken, options));
  process.stdout.write(
    `✓ 已收下 ${place.name}（修订 ${manifest.revision}，${manifest.at}）：${manifest.files.length} 个图片和附件\n`,
  );
  if (typeof values['into'] !== 'string') return 0;
  const folder = resolve(values['into']);
  const snapshot = join(paths.taken, 'snapshot.db');
  const bundle = await loadBundle(root);
  const log = lineLog(process.stderr);
  const media = takenMedia(taken, manifest);
  const published = await writeWhole({ ...paths, snapshot }, folder, bundle, noCms, log, media);
  const report = writtenReport(folder, published);
  process.stdout.write(`${report.text}\n`);
  return report.exitCode;
}

const noCms = {
  async media(): Promise<never> {
    throw new MediaFault('这里不连管理后台，只用交接包里的文件', { lasting: false });
  },
};

/** A notification may be here before the hand-over that it speaks of. */
async function waiting(seconds: number, take: () => Promise<Manifest>): Promise<Manifest> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof NotThereYet) || performance.now() >= deadline) throw error;
    }
    await new Promise((done) => setTimeout(done, Math.min(5_000, Math.max(0, deadline - performance.now()))));
  }
}

function wholeNumber(values: CommandInput['values'], name: string): number {
  const text = String(values[name] ?? '').trim();
  if (text === '') return 0;
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new CommandFault(`--${name} 的值「${text}」不是整数。`, '请写一个 0 或更大的整数。', 2);
}

await main(command);
