/**
 * From the publish click to the page served: an editor's publish request goes to a running newsroom, and the public
 * address is asked until it serves the new title. With `--articles N` the newsroom has as many generated articles
 * in place of its demo content. Clicks come one after another, at the pace of `rest`.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { dataPaths } from '../../scripts/data-paths.ts';
import { fillCms } from '../rigs/corpus-cms.ts';
import { startNewsroom } from '../rigs/newsroom.ts';
import { signIn } from '../rigs/office.ts';
import { until } from '../rigs/until.ts';
import { circumstances } from './parts/figures.ts';
import { benchOptions } from './parts/options.ts';

/** Milliseconds between two clicks: releases may follow one another once a second. */
const rest = 1_500;

const { runs, articles } = benchOptions({ runs: 20, articles: 0 });

await using newsroom = await startNewsroom({ seed: articles === 0 });
const { releaseLog } = dataPaths(newsroom.dataDir);
if (articles > 0) {
  const revision = fillCms(newsroom.dataDir, articles);
  await until(`${articles} articles to be live`, () => newestRelease().revision >= revision, {
    seconds: 1_800,
    every: 500,
  });
}
console.log(`${articles} generated articles, ${newestRelease().pages} pages; ${circumstances()}`);

const office = await signIn(newsroom.cmsUrl);
const channel = await office.create('api::channel.channel', { name: '测量', category: '新闻' });
const department = await office.create('api::department.department', { name: '测量科', category: '职能' });
const connect = (documentId: string) => ({ connect: [{ documentId }] });

let answered: number[] = [];
let known: number[] = [];

// The first article of a channel changes every page's navigation: that is measured elsewhere (`pnpm bench publish`).
const first = await draft('开始测量');
await clickToServed(first, '开始测量', 1_800);
answered = [];
known = [];

const fresh: number[] = [];
const edited: number[] = [];
for (let run = 1; run <= runs; run += 1) {
  const article = await draft(`第 ${run} 次测量`);
  await pause(rest);
  fresh.push(await clickToServed(article, `第 ${run} 次测量`));
  await office.update('api::article.article', article.documentId, { title: `第 ${run} 次改动` });
  await pause(rest);
  edited.push(await clickToServed(article, `第 ${run} 次改动`));
}
report('a new article', fresh);
report('an edited title', edited);
report('of it, until the CMS answered the click', answered);
report('of it, from the publisher’s learning until all is served', known);

interface Draft {
  documentId: string;
  url: string;
}

async function draft(title: string): Promise<Draft> {
  const { documentId, slug } = await office.create('api::article.article', {
    title,
    body: '从点击发布到读者看到。',
    publishedOn: '2026-11-20',
    channel: connect(channel.documentId),
    sources: [{ kind: '科室', department: connect(department.documentId) }],
  });
  return { documentId, url: `${newsroom.siteUrl}/news/${String(slug)}/` };
}

async function clickToServed({ documentId, url }: Draft, title: string, seconds = 30): Promise<number> {
  const { release } = newestRelease();
  const began = performance.now();
  const click = office.publish('api::article.article', documentId).then(() => {
    answered.push(performance.now() - began);
  });
  await until(`${title} at ${url}`, async () => (await (await fetch(url)).text()).includes(title), {
    seconds,
    every: 5,
  });
  const served = performance.now() - began;
  await click;
  const line = await until('its release', () => newestRelease().release > release && newestRelease(), {
    seconds,
  });
  known.push(line.servedAfterMs ?? 0);
  return served;
}

function newestRelease(): { release: number; revision: number; pages: number; servedAfterMs?: number } {
  return JSON.parse(readFileSync(releaseLog, 'utf8').trimEnd().split('\n').at(-1) ?? '{}');
}

function report(what: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] as number);
  console.log(
    `${what}: median ${at(0.5)} ms, min ${at(0)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms, n = ${times.length}`,
  );
}
