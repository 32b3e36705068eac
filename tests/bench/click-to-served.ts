/**
 * From the publish click to the page served: an editor's publish request goes to a running newsroom with the
 * demo content, and the public address is asked until it serves the new title.
 */
import { startNewsroom } from '../rigs/newsroom.ts';
import { signIn } from '../rigs/office.ts';
import { until } from '../rigs/until.ts';
import { benchOptions } from './parts/options.ts';

const { runs } = benchOptions({ runs: 20 });

await using newsroom = await startNewsroom({ seed: true });
const office = await signIn(newsroom.cmsUrl);
const [channel] = await office.find('api::channel.channel', { 'filters[name][$eq]': '新闻动态' });
const [department] = await office.find('api::department.department');
const connect = (documentId: string | undefined) => ({ connect: [{ documentId }] });

const fresh: number[] = [];
const edited: number[] = [];
for (let run = 1; run <= runs; run += 1) {
  const { documentId, slug } = await office.create('api::article.article', {
    title: `第 ${run} 次测量`,
    body: '从点击发布到读者看到。',
    publishedOn: '2026-11-20',
    channel: connect(channel?.documentId),
    sources: [{ kind: '科室', department: connect(department?.documentId) }],
  });
  const url = `${newsroom.siteUrl}/news/${String(slug)}/`;
  fresh.push(await clickToServed(documentId, url, `第 ${run} 次测量`));
  await office.update('api::article.article', documentId, { title: `第 ${run} 次改动` });
  edited.push(await clickToServed(documentId, url, `第 ${run} 次改动`));
}
report('a new article', fresh);
report('an edited title', edited);

async function clickToServed(documentId: string, url: string, title: string): Promise<number> {
  const began = performance.now();
  await office.publish('api::article.article', documentId);
  await until(`${title} at ${url}`, async () => (await (await fetch(url)).text()).includes(title), {
    every: 5,
  });
  return performance.now() - began;
}

function report(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] as number);
  console.log(
    `${what}: median ${at(0.5)} ms, min ${at(0)} ms, p90 ${at(0.9)} ms, max ${at(1)} ms, n = ${times.length}`,
  );
}
