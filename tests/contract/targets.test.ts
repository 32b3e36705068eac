import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderTarget } from '../../scripts/publisher/adapters/targets/folder.ts';
import { rsyncTarget } from '../../scripts/publisher/adapters/targets/rsync.ts';
import { isLeftover, type Target } from '../../scripts/publisher/targets.ts';
import { filesOf } from '../rigs/publisher.ts';
import { hasRsync, localShell, script, startRsyncService } from '../rigs/rsync.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

interface Place {
  /** The folder that the target writes to, as a server there would serve it. */
  served: string;
  target: Target;
  close?: () => PromiseLike<void>;
}

const kinds: { name: string; present: boolean; open(folder: string): Place | Promise<Place> }[] = [
  {
    name: 'a folder',
    present: true,
    open: (folder) => ({ served: join(folder, 'there'), target: folderTarget(join(folder, 'there')) }),
  },
  {
    name: 'rsync on this machine (needs Debian’s rsync)',
    present: hasRsync,
    open: (folder) => ({
      served: join(folder, 'there'),
      target: rsyncTarget({ destination: join(folder, 'there') }),
    }),
  },
  {
    name: 'rsync over a remote shell (needs Debian’s rsync)',
    present: hasRsync,
    open: (folder) => ({
      served: join(folder, 'the re'),
      target: rsyncTarget({ destination: `www@web:${join(folder, 'the re')}`, shell: localShell(folder) }),
    }),
  },
  {
    name: 'an rsync service (needs Debian’s rsync)',
    present: hasRsync,
    async open(folder) {
      mkdirSync(join(folder, 'module'));
      const service = await startRsyncService(folder, join(folder, 'module'));
      return {
        served: join(folder, 'module', 'there'),
        target: rsyncTarget({ destination: `${service.url}/there` }),
        close: () => service[Symbol.asyncDispose](),
      };
    },
  },
];

const hostile = [
  'news/-rf',
  'news/#comment',
  'news/;semicolon',
  'news/ leading and trailing ',
  'news/two\nlines',
  'news/tab\tand\rreturn',
  'news/\\#012',
  'news/"quoted" \'twice\' `run` $HOME ; rm x | y > z & *?[a]{b}',
  'news/院区/index.html',
  'news/e\u0301.txt',
  'news/\u00e9.txt',
  'news/😀.txt',
  `news/${'长'.repeat(76)}.html`,
];

describe.each(kinds)('$name', ({ present, open }) => {
  describe.skipIf(!present)('as a target', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let root: string;
    let place: Place;
    beforeEach(async () => {
      folder = temporaryFolder();
      root = join(folder.path, 'here');
      mkdirSync(root);
      place = await open(folder.path);
    });
    afterEach(async () => {
      await place.close?.();
      folder[Symbol.dispose]();
    });
    const write = (file: string, text: string, mtime = 1_790_000_000, base = root) => {
      mkdirSync(dirname(join(base, file)), { recursive: true });
      writeFileSync(join(base, file), text);
      utimesSync(join(base, file), mtime, mtime);
    };

    test('is empty and unmarked before anything was brought', async () => {
      expect(await place.target.mark()).toBeUndefined();
      expect(await place.target.list()).toEqual(new Set());
    });

    test('holds what was brought: bytes, times, rights, and nothing else', async () => {
      write('index.html', '首页');
      write('news/a/index.html', '新闻', 1_790_000_007);
      write('news/a/index.html.gz', 'small');
      write('not-named.txt', 'stays here');
      await place.target.put(root, ['index.html', 'news/a/index.html', 'news/a/index.html.gz']);
      expect(Object.keys(filesOf(place.served))).toEqual([
        'index.html',
        'news/a/index.html',
        'news/a/index.html.gz',
      ]);
      expect(readFileSync(join(place.served, 'news/a/index.html'), 'utf8')).toBe('新闻');
      const { mtimeMs, mode } = statSync(join(place.served, 'news/a/index.html'));
      expect([mtimeMs / 1000, mode & 0o777]).toEqual([1_790_000_007, 0o644]);
      expect(await place.target.list()).toEqual(
        new Set(['index.html', 'news/a/index.html', 'news/a/index.html.gz']),
      );
    });

    test('takes any name as a name, each apart from the others, and gives it back', async () => {
      for (const [index, file] of hostile.entries()) write(file, `file ${index}`);
      await place.target.put(root, hostile);
      expect(filesOf(place.served)).toEqual(filesOf(root));
      expect(await place.target.list()).toEqual(new Set(hostile));
      expect(await place.target.differing(root, hostile)).toEqual([]);
      await place.target.remove(hostile, ['news/院区', 'news']);
      expect(existsSync(join(place.served, 'news'))).toBe(false);
    });

    test('tells missing files and other bytes apart from its own, whatever their size and time', async () => {
      for (const file of ['a', 'b', 'c']) write(file, 'same size');
      await place.target.put(root, ['a', 'b']);
      write('b', 'other sze', 1_790_000_000, place.served);
      expect((await place.target.differing(root, ['a', 'b', 'c'])).sort()).toEqual(['b', 'c']);
      await place.target.put(root, ['b', 'c']);
      expect(await place.target.differing(root, ['a', 'b', 'c'])).toEqual([]);
    });

    test('takes away what it is told, missing files too, and no folder that holds anything', async () => {
      for (const file of ['x/y/one', 'x/two', 'z/three']) write(file, file);
      await place.target.put(root, ['x/y/one', 'x/two', 'z/three']);
      write('z/of-the-office', 'keep', 1, place.served);
      await place.target.remove(['x/y/one', 'z/three', 'never/there'], ['x/y', 'never', 'x', 'z']);
      expect(Object.keys(filesOf(place.served))).toEqual(['x/two', 'z/of-the-office']);
      expect(readdirSync(join(place.served, 'x'))).toEqual(['two']);
    });

    test('keeps a mark, and does not count it among its files', async () => {
      await place.target.finish('first');
      expect(await place.target.mark()).toBe('first');
      await place.target.finish('second');
      expect(await place.target.mark()).toBe('second');
      expect(await place.target.list()).toEqual(new Set());
    });

    test('serves every file whole while it is replaced', async () => {
      const page = join(place.served, 'page');
      const versions = [1, 2, 3, 4];
      const bytes = (version: number) => String(version).repeat(400_000 + version);
      write('page', bytes(0));
      await place.target.put(root, ['page']);
      let over = false;
      const reading = (async () => {
        let seen = 0;
        while (!over) {
          const text = readFileSync(page, 'latin1');
          expect(text === bytes(text.length - 400_000)).toBe(true);
          seen += 1;
          await new Promise((resolve) => setImmediate(resolve));
        }
        return seen;
      })();
      for (const version of versions) {
        write('page', bytes(version), 1_790_000_000 + version);
        await place.target.put(root, ['page']);
      }
      over = true;
      expect(await reading).toBeGreaterThan(versions.length);
    });

    test('names where it failed, and serves what it served before', async () => {
      write('a', 'old');
      await place.target.put(root, ['a']);
      write('a', 'new', 1_790_000_001);
      write('b', 'a folder of the office stands there');
      write('b/of-the-office', 'keep', 1, place.served);
      await expect(place.target.put(root, ['a', 'b'])).rejects.toThrow(place.target.name);
      expect(filesOf(place.served)['b/of-the-office']).toBe('keep');
      expect(['old', 'new']).toContain(readFileSync(join(place.served, 'a'), 'utf8'));
    });
  });
});

describe.skipIf(!hasRsync)('rsync killed in the middle (needs Debian’s rsync)', () => {
  test.each(['the sender', 'both sides'])(
    '%s: old or new bytes are served, whole, and the next run brings the rest',
    async (who) => {
      using folder = temporaryFolder();
      const [root, served] = [join(folder.path, 'here'), join(folder.path, 'there')];
      mkdirSync(root);
      const files = Array.from({ length: 12 }, (_, n) => `p${n}`);
      const bytes = (version: string) => version.repeat(60_000);
      const writeAll = (version: string, mtime: number) => {
        for (const file of files) {
          writeFileSync(join(root, file), bytes(version));
          utimesSync(join(root, file), mtime, mtime);
        }
      };
      const good = rsyncTarget({ destination: served });
      writeAll('a', 1_790_000_000);
      await good.put(root, files);
      writeAll('b', 1_790_000_001);
      // Slow enough to be met in the middle; tells its process, in whose group the other side runs too.
      const pids = join(folder.path, 'pid');
      const slow = script(
        folder.path,
        'slow',
        `echo $$ > ${pids}.new; mv ${pids}.new ${pids}; exec setsid -w /usr/bin/rsync --bwlimit=80 --whole-file "$@"`,
      );
      const putting = rsyncTarget({ destination: served, program: slow }).put(root, files);
      const failed = expect(putting).rejects.toThrow('没有完成');
      const unfinished = await until('bytes to be under way', () => {
        const partials = join(served, '.xinglin-partial');
        return existsSync(partials) && readdirSync(partials).length > 1 && readdirSync(partials).length;
      });
      expect(unfinished).toBeLessThan(files.length);
      const pid = Number(readFileSync(pids, 'utf8'));
      if (who === 'the sender') process.kill(pid, 'SIGKILL');
      else process.kill(-pid, 'SIGKILL');
      await failed;

      for (const file of files) {
        expect([bytes('a'), bytes('b')]).toContain(readFileSync(join(served, file), 'latin1'));
      }
      await good.put(root, files);
      expect(await good.differing(root, files)).toEqual([]);
      const left = [...(await good.list())].filter((file) => !files.includes(file));
      expect(left.filter((file) => !isLeftover(file, new Set(files)))).toEqual([]);
      await good.remove(left, []);
      expect(Object.keys(filesOf(served))).toEqual([...files].sort());
      expect(readdirSync(served).sort()).toEqual([...files].sort());
    },
  );
});

describe.skipIf(!hasRsync)('rsync’s faults (needs Debian’s rsync)', () => {
  const put = async (options: Parameters<typeof rsyncTarget>[0]) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'a'), 'a');
    return rsyncTarget(options).put(folder.path, ['a']);
  };

  test('are named: no rsync here, none there, nobody answers, no entry', async () => {
    using folder = temporaryFolder();
    await expect(put({ destination: '/tmp/x', program: join(folder.path, 'none') })).rejects.toThrow(
      '没有 rsync',
    );
    const bare = script(folder.path, 'bare', 'echo "sh: 1: rsync: not found" >&2; exit 127');
    await expect(put({ destination: 'h:/x', shell: bare })).rejects.toThrow('目标机器上没有 rsync');
    const closed = script(
      folder.path,
      'closed',
      'echo "www@h: Permission denied (publickey)." >&2; exit 255',
    );
    await expect(put({ destination: 'h:/x', shell: closed })).rejects.toThrow('登录目标机器没有成功');
    const deaf = script(
      folder.path,
      'deaf',
      'echo "ssh: connect to host h port 22: Connection refused" >&2; exit 255',
    );
    await expect(put({ destination: 'h:/x', shell: deaf })).rejects.toThrow('连不上目标机器');
    await expect(put({ destination: 'rsync://127.0.0.1:1/site' })).rejects.toThrow('连不上目标机器');
    await using service = await startRsyncService(folder.path, folder.path);
    await expect(put({ destination: `${service.url}x` })).rejects.toThrow('拒绝了连接');
  });
});
