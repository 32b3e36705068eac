/**
 * One writer, always: double starts, holders that are stopped, blocked or killed. A second start is refused with
 * exit code 3 and the holder's process number; a killed holder's lock is free within two seconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedServer, token } from '../../../rigs/feed-server.ts';
import { article, channel, site } from '../../../rigs/items.ts';
import { freePorts } from '../../../rigs/ports.ts';
import { temporaryFolder } from '../../../rigs/temporary.ts';
import { until } from '../../../rigs/until.ts';
import { type Child, commandScript, released, startChild } from '../parts/children.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';

/** Exit code of a start that another publisher's lock refused. */
const lockedOut = 3;
/** Milliseconds from a kill to a free lock. */
const freeWithin = 2_000;
/** Milliseconds that a holder stands still: more than 15 s. */
const stall = 16_000;

const script = join(import.meta.dirname, 'contender.ts');

/** A data folder with those who want its lock. */
class Arena implements Disposable {
  readonly #folder = temporaryFolder();
  readonly #mutant: string;
  constructor(mutant: string | undefined) {
    this.#mutant = mutant ?? '';
  }

  /** A process that is ready to try. */
  async contender(): Promise<Child> {
    const at = (name: string) => join(this.#folder.path, name);
    const child = startChild(script, [at('publisher.lock'), at('journal'), this.#mutant]);
    await child.told('ready');
    return child;
  }

  async holder(): Promise<Child> {
    const child = await this.contender();
    child.send('go');
    await child.told('held');
    return child;
  }

  /** Who wrote while somebody else did, by the journal. Killed holders never write that they ended. */
  overlaps(killed: readonly Child[] = []): Wrong {
    const gone = new Set(killed.map(({ pid }) => String(pid)));
    const inside = new Set<string>();
    const wrong: string[] = [];
    for (const line of readFileSync(join(this.#folder.path, 'journal'), 'utf8').trim().split('\n')) {
      const [word = '', pid = ''] = line.split(' ');
      const others = [...inside].filter((other) => !gone.has(other));
      if (word === 'in' && others.length > 0) wrong.push(`进程 ${pid} 和 ${others.join('、')} 同时在写`);
      if (word === 'in') inside.add(pid);
      else inside.delete(pid);
    }
    return wrong;
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

/** What is wrong with how a contender was refused. */
async function refusal(child: Child, holder: { pid: number }): Promise<Wrong> {
  const outcome = await Promise.race([child.ended, child.told('held', 60).then(() => 'held' as const)]);
  if (outcome === 'held') return [`进程 ${child.pid} 也拿到了锁，虽然进程 ${holder.pid} 还拿着`];
  const wrong: string[] = [];
  if (outcome !== lockedOut)
    wrong.push(`被拒的一方退出码是 ${outcome}，应当是 ${lockedOut}：${child.said()}`);
  if (!child.said().includes(`进程 ${holder.pid}`))
    wrong.push(`没有说出持锁的进程 ${holder.pid}：${child.said()}`);
  return wrong;
}

async function refusedNow(arena: Arena, holder: Child): Promise<Wrong> {
  const second = await arena.contender();
  second.send('go');
  return refusal(second, holder);
}

async function endOf(holder: Child): Promise<Wrong> {
  holder.send('end');
  const code = await holder.ended;
  return code === 0 ? [] : [`持锁的一方退出码是 ${code}：${holder.said()}`];
}

async function doubleStart({ mutant }: Bench): Promise<Wrong> {
  using arena = new Arena(mutant);
  const both = await Promise.all([arena.contender(), arena.contender()]);
  for (const child of both) child.send('go');
  const winner = await until(
    'one of both to hold',
    () => both.find(({ messages }) => messages.includes('held')),
    {
      every: 2,
    },
  );
  const loser = both.find((child) => child !== winner) as Child;
  const wrong = await refusal(loser, winner);
  if (loser.messages.includes('held')) await endOf(loser);
  return [...wrong, ...(await endOf(winner)), ...arena.overlaps()];
}

/** Kills the holder, perhaps while it is stopped, and takes the lock over. */
async function killed({ mutant }: Bench, stopped: boolean): Promise<Wrong> {
  using arena = new Arena(mutant);
  const holder = await arena.holder();
  if (stopped) holder.kill('SIGSTOP');
  let next = await arena.contender();
  const at = performance.now();
  holder.kill('SIGKILL');
  next.send('go');
  while ((await Promise.race([next.ended, next.told('held').then(() => 'held')])) !== 'held') {
    if (performance.now() - at > 10 * freeWithin) return ['杀掉之后锁一直没有放开'];
    next = await arena.contender();
    next.send('go');
  }
  const milliseconds = performance.now() - at;
  const late = milliseconds > freeWithin ? [`杀掉 ${Math.round(milliseconds)} 毫秒之后锁才放开`] : [];
  return [...late, ...(await endOf(next)), ...arena.overlaps([holder])];
}

/** Others try at the beginning, at a random moment and at the end of a stall, and after it. */
async function stalled(bench: Bench, index: number, how: 'stopped' | 'blocked'): Promise<Wrong> {
  using arena = new Arena(bench.mutant);
  const holder = await arena.holder();
  const began = performance.now();
  if (how === 'stopped') holder.kill('SIGSTOP');
  else {
    holder.send('block');
    await holder.told('blocking');
  }
  const wrong: string[] = [...(await refusedNow(arena, holder))];
  for (const moment of [stall * bench.dice('stall', index).next() * 0.9, stall - 700]) {
    await until('the moment of the next try', () => performance.now() - began > moment);
    wrong.push(...(await refusedNow(arena, holder)));
  }
  await until('the end of the stall', () => performance.now() - began > stall);
  if (how === 'stopped') holder.kill('SIGCONT');
  else await holder.told('unblocked');
  wrong.push(...(await refusedNow(arena, holder)));
  return [...wrong, ...(await endOf(holder)), ...arena.overlaps()];
}

/** The real programs: the resident publisher holds, `publish-site` is refused, and goes on after a kill. */
async function realPrograms(): Promise<Wrong> {
  using folder = temporaryFolder();
  await using cms = await feedServer();
  cms.ledger.put(site, channel, article('a'));
  const [port] = await freePorts(1);
  const env = {
    XINGLIN_DATA_DIR: folder.path,
    XINGLIN_CMS_URL: cms.url,
    XINGLIN_PUBLISHER_TOKEN: token,
    XINGLIN_SITE_PORT: String(port),
  };
  const resident = startChild(commandScript('publisher'), [], { env });
  await released(resident, 1);
  const second = startChild(commandScript('publish-site'), [], { env });
  const wrong = [...(await refusal(second, resident))];
  resident.kill('SIGKILL');
  const at = performance.now();
  const code = await startChild(commandScript('publish-site'), [], { env }).ended;
  if (code !== 0) wrong.push(`常驻程序被杀后，publish-site 的退出码是 ${code}`);
  if (performance.now() - at > 10_000) wrong.push('常驻程序被杀后，publish-site 用了 10 秒以上');
  return wrong;
}

await prove({
  name: 'lock',
  summary: '证明任何时候只有一个发布程序在写：同时启动、暂停、卡住、被杀。',
  counts: { full: 100, quick: 12 },
  mutants: {
    'pid-file': '只看进程号文件',
    heartbeat: '十秒没有动静就当锁已失效',
  },
  async run(bench) {
    const times = (share: number) =>
      Array.from({ length: Math.ceil(bench.count * share) }, (_, index) => index);
    const races = times(1).map(() => ['两个同时启动', () => doubleStart(bench)] as const);
    const stalls = times(0.04).flatMap((index) => [
      ['持锁者暂停 16 秒', () => stalled(bench, index, 'stopped')] as const,
      ['持锁者卡住 16 秒', () => stalled(bench, index, 'blocked')] as const,
    ]);
    const kills = times(0.1).map((index) => ['持锁者被杀', () => killed(bench, index % 2 === 1)] as const);
    const real = times(0.04).map(() => ['真正的两个程序', realPrograms] as const);
    // A mutant meets what it is bad at.
    if (bench.mutant === 'pid-file') return bench.all(races, 1);
    if (bench.mutant === 'heartbeat') return bench.all(stalls, stalls.length);
    // Whoever stands still costs no time of a processor: all of them at once, beside the others.
    await Promise.all([bench.all(stalls, stalls.length), bench.all([...races, ...kills, ...real], 1)]);
  },
});
