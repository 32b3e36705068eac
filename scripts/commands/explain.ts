/** `pnpm explain <path>`: why a page is there and as it is. */
import { existsSync } from 'node:fs';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { type Command, CommandFault, main } from '../cli.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { folderReader } from '../publisher/adapters/folder-reader.ts';
import { readState } from '../publisher/adapters/read-state.ts';
import { explain } from '../publisher/explain/explain.ts';
import { explanationLines } from '../publisher/explain/explain-report.ts';
import { pathAsked } from '../publisher/explain/path-asked.ts';
import { readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'explain',
  summary: '说明一个网址为什么存在、由哪些内容生成、最近一次因为什么改动。',
  usage: '<网址或路径> [选项]',
  positionals: true,
  options: {
    json: { type: 'boolean', description: '输出 JSON，写给程序看' },
  },
  notes:
    '例：pnpm explain /news/zhi-suan-shi-yan-shi/\n只读，发布程序运行时也可以用。没有这个网址时退出码为 1。',
  async run({ values, positionals }) {
    const [asked, ...more] = positionals;
    const path = asked === undefined || more.length > 0 ? undefined : pathAsked(asked);
    if (path === undefined) {
      throw new CommandFault('要给一个网址或以 / 开头的路径。', '例如 pnpm explain /news/', 2);
    }
    const { paths } = readSettings();
    using state = readState(paths.publisherState);
    if (!existsSync(paths.snapshot)) {
      throw new CommandFault(
        `还没有内容快照（${paths.snapshot}）。`,
        '请先运行 npm start 或 pnpm publish-site。',
      );
    }
    const { renderer } = await loadBundle(root);
    const snapshot = openSnapshot(paths.snapshot, { readOnly: true });
    try {
      const found = await explain(path, { renderer, snapshot, state, tree: folderReader(paths.live) });
      process.stdout.write(
        values['json'] === true
          ? `${JSON.stringify(found, null, 2)}\n`
          : `${explanationLines(found).join('\n')}\n`,
      );
      return found.stands === 'nothing' ? 1 : 0;
    } finally {
      snapshot.close();
    }
  },
};

await main(command);
