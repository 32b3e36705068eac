/**
 * A CMS that is away, refuses, lies or crawls: the live tree stays as it is byte for byte, the command ends with a
 * sentence and another code than 0, the resident publisher raises an alert, both within a minute; and once the CMS
 * is well again, what it holds goes live without help.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataPaths } from '../../../../scripts/data-paths.ts';
import { until } from '../../../rigs/until.ts';
import { released } from '../parts/children.ts';
import { type Bench, prove, type Wrong } from '../parts/harness.ts';
import { changes, openSite, type Site, someItems } from '../parts/site.ts';
import { befall, lift, tempt, type UpstreamFault, upstreamFaults } from './faults.ts';

/** Seconds until a fault must have been told. */
const toldWithin = 60;

const trustsTruncated = join(import.meta.dirname, 'trusts-truncated.ts');

const openOwn = () => openSite(someItems(40));

/** As after the loss of a disk: the publisher knows what is live, and has to read everything anew. */
function loseSnapshot({ dataDir }: Site): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(dataPaths(dataDir).snapshot + suffix, { force: true });
}

async function oneCommand({ mutant }: Bench, fault: UpstreamFault): Promise<Wrong> {
  await using site = await openOwn();
  const wrong: string[] = [];
  const first = await site.publish();
  if (first.code !== 0) return [`第一次发布就没有成功：${first.said}`];
  const before = site.live();
  tempt(site);
  if (fault.anew) loseSnapshot(site);
  await befall(site, fault);
  const began = performance.now();
  const { code, said } = await site.publish([], { first: mutant === undefined ? [] : [trustsTruncated] });
  const seconds = (performance.now() - began) / 1000;
  if (code === 0) wrong.push(`退出码是 0：${said}`);
  if (seconds > toldWithin) wrong.push(`${Math.round(seconds)} 秒后才说`);
  if (!/[\u4e00-\u9fff]/.test(said) || /\n {4}at /.test(said)) wrong.push(`没有说成一句话：${said}`);
  wrong.push(...changes(before, site.live()));
  await lift(site, fault);
  tempt(site);
  const again = await site.publish();
  if (again.code !== 0) wrong.push(`恢复后仍没有发布：${again.said}`);
  return [...wrong, ...(await site.unlikeClean())];
}

async function resident({ quick }: Bench, fault: UpstreamFault): Promise<Wrong> {
  await using site = await openOwn();
  let { child } = await site.resident();
  await released(child, 1);
  const before = site.live();
  tempt(site);
  if (fault.anew) {
    child.kill('SIGTERM');
    await child.ended;
    loseSnapshot(site);
    await befall(site, fault);
    ({ child } = await site.resident());
  } else await befall(site, fault);
  const heard = child.said().length;
  site.cms.wake();
  const alert = / (?:error [a-z-]+|warn quarantined) .*[\u4e00-\u9fff]/;
  const wrong: string[] = [];
  await until('an alert', () => alert.test(child.said().slice(heard)), { seconds: toldWithin }).catch(() =>
    wrong.push(`${toldWithin} 秒内没有告警：${child.said().slice(heard)}`),
  );
  wrong.push(...changes(before, site.live()));
  if (child.over) wrong.push(`常驻程序结束了：${child.said()}`);
  // A brake is looked at again after half a minute: too long for every CI run, the command shows it as well.
  if (quick) return wrong;
  await lift(site, fault);
  tempt(site);
  site.cms.wake();
  const isClean = async () => (await site.unlikeClean()).length === 0;
  await until('the live tree to be clean again', isClean, { seconds: 90, every: 500 });
  return wrong;
}

await prove({
  name: 'upstream',
  summary: '证明管理后台无论怎样出错，网站都不变，并且有人会知道。',
  counts: { full: 2 * upstreamFaults.length, quick: upstreamFaults.length + 2 },
  mutants: { 'trusts-truncated': '相信截断的更改清单' },
  async run(bench) {
    const dice = bench.dice('upstream');
    const commands = upstreamFaults.map(
      (fault) => [`命令：${fault.name}`, () => oneCommand(bench, fault)] as const,
    );
    const residents = upstreamFaults
      .map((fault) => ({ fault, at: dice.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ fault }) => [`常驻：${fault.name}`, () => resident(bench, fault)] as const);
    // A mutant meets what it is bad at.
    const truncated = commands.filter(([name]) => name.includes('截断'));
    const wanted = bench.mutant === undefined ? [...commands, ...residents] : truncated;
    await bench.all(wanted.slice(0, bench.count), 3);
  },
});
