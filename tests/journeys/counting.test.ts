/** The view counter as a part of `npm start`: from a reader's page load to the office's number, over its own death. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readersAgent } from '../rigs/counter.ts';
import { type Newsroom, startNewsroom } from '../rigs/newsroom.ts';
import { type Office, signIn } from '../rigs/office.ts';
import { newsroomProcesses } from '../rigs/processes.ts';
import { until } from '../rigs/until.ts';

let newsroom: Newsroom;
let office: Office;
let id: string;
beforeAll(async () => {
  newsroom = await startNewsroom();
  office = await signIn(newsroom.cmsUrl);
  const channel = await office.create('api::channel.channel', {
    name: '新闻动态',
    category: '新闻',
    order: 1,
  });
  const department = await office.create('api::department.department', { name: '门诊部', category: '临床' });
  const { documentId } = await office.create('api::article.article', {
    title: '义诊预告',
    body: '周六上午义诊。',
    publishedOn: '2026-11-20',
    channel: { connect: [{ documentId: channel.documentId }] },
    sources: [{ kind: '科室', department: { connect: [{ documentId: department.documentId }] } }],
  });
  id = documentId;
  await office.publish('api::article.article', id);
});
afterAll(() => newsroom?.[Symbol.asyncDispose]());

/** Through the public site, as a browser does it. */
async function read(): Promise<number> {
  const headers = { 'user-agent': readersAgent };
  const answer = await fetch(`${newsroom.siteUrl}/views`, { method: 'POST', body: id, headers });
  return answer.status;
}

async function shown(): Promise<number | undefined> {
  const answer = await fetch(`${newsroom.siteUrl}/views?ids=${id}`);
  return answer.status === 200 ? ((await answer.json()) as Record<string, number>)[id] : undefined;
}

const counterProcess = () =>
  newsroomProcesses(newsroom.dataDir).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('commands/counter.ts'),
  );

test('an article counts as soon as it is live, and the office sees the number', async () => {
  await until('the counter to know the article', async () => (await shown()) === 0, { seconds: 60 });
  for (let time = 0; time < 3; time += 1) expect(await read()).toBe(204);
  expect(await shown()).toBe(3);
  const told = await until(
    'the office to be told',
    async () => {
      const { json } = await office.request('GET', `/xinglin/views/${id}`);
      const views = json as { since: number; today: number };
      return views.since === 3 && views;
    },
    { seconds: 60 },
  );
  expect(told.today).toBe(3);
});

test('it is started again when it dies, knows what it knew, and nothing else notices', async () => {
  await until('its reads to be stored', async () => {
    const { json } = await office.request('GET', '/xinglin/views');
    return (json as { total: number }).total === 3;
  });
  const first = counterProcess();
  if (first === undefined) throw new Error('npm start runs no counter');
  const others = newsroomProcesses(newsroom.dataDir).filter((pid) => pid !== first);
  process.kill(first, 'SIGKILL');
  await until('another counter', async () => counterProcess() !== first && (await shown()) === 3);
  expect(newsroomProcesses(newsroom.dataDir)).toEqual(expect.arrayContaining(others));
  expect(await read()).toBe(204);
  expect(await shown()).toBe(4);
});

test('its log has neither readers nor what they read', () => {
  const log = readFileSync(join(newsroom.dataDir, 'logs', 'counter.log'), 'utf8');
  expect(log).toContain('浏览计数在 http://127.0.0.1:');
  expect(log).not.toContain(id);
  expect(log).not.toContain('Mozilla');
  expect(log.match(/\d+\.\d+\.\d+\.\d+/g)?.every((address) => address === '127.0.0.1')).toBe(true);
});
