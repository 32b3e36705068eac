/** The CMS tells targets that the published state moved: against a real receiver that is seldom well. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Cms, type CmsOptions, startCms } from '../rigs/cms.ts';
import { openNewsdesk } from '../rigs/newsdesk.ts';
import { signIn } from '../rigs/office.ts';
import { startPostgres } from '../rigs/postgres.ts';
import { type Mood, type Receiver, startReceiver } from '../rigs/receiver.ts';
import { until } from '../rigs/until.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver([secret]);
});
afterEach(() => receiver[Symbol.asyncDispose]());

const telling = (more: Record<string, string> = {}): CmsOptions => ({
  env: {
    XINGLIN_NOTIFY_URL: receiver.url,
    XINGLIN_NOTIFY_SECRETS: secret,
    XINGLIN_NOTIFY_WINDOW_SECONDS: '1',
    ...more,
  },
});

const headOf = async (cms: Cms): Promise<number> =>
  Number((await cms.strapi['db'].connection('xinglin_head').first('revision')).revision);
const rowOf = (cms: Cms) => {
  const target = `url:${sha256(receiver.url).slice(0, 32)}`;
  return cms.strapi['db'].connection('xinglin_notify').where({ target }).first();
};
/** The first attempts meet these moods; all after them a receiver that is well. */
const moods =
  (...first: Mood[]) =>
  (attempt: number) =>
    first[attempt - 1] ?? 'well';

/** What the receiver was told last is the newest revision. */
async function newestTold(cms: Cms, seconds = 60): Promise<void> {
  await until(
    'the newest revision to be told',
    async () => receiver.taken.at(-1)?.revision === (await headOf(cms)),
    { seconds },
  );
}

/** What must hold of everything that came, whatever happened. */
function expectInOrder(): void {
  const news = receiver.taken.filter(({ repeated }) => !repeated);
  const revisions = news.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  const idsOf = new Map(receiver.taken.map(({ revision, id }) => [revision, id]));
  for (const { revision, id } of receiver.taken) expect(idsOf.get(revision)).toBe(id);
  expect(receiver.attempts.filter(({ became }) => String(became).startsWith('webhook-'))).toEqual([]);
}

describe('on SQLite', () => {
  test('every publish is told in the end, coalesced and in order, whatever the receiver does', async () => {
    receiver.mood = moods(500, 'drop', 'well', 'late', 429);
    await using cms = await startCms(telling());
    const desk = await openNewsdesk(cms);
    for (let number = 0; number < 12; number += 1) await desk.published({ title: `第${number}篇` });
    await newestTold(cms);
    expect(receiver.attempts[0]?.became).toBe(500);

    const before = receiver.taken.length;
    for (let number = 12; number < 32; number += 1) await desk.published({ title: `第${number}篇` });
    await newestTold(cms);
    expectInOrder();
    expect(receiver.taken.length - before).toBeLessThan(10);

    const next = receiver.attempts.length + 1;
    receiver.mood = (attempt) => (attempt === next ? 'lost' : 'well');
    await desk.published({ title: '答复丢了的一篇' });
    await until('the message whose answer was lost to come again', () => receiver.taken.at(-1)?.repeated);
    expectInOrder();

    const replayed = receiver.attempts.length - 1;
    expect(await receiver.replay(replayed)).toBe(400);
    expect(receiver.attempts.at(-1)?.became).toBe('webhook-replayed');
  });

  test('a receiver that never answers blocks no editor, and is told when it does', async () => {
    receiver.mood = moods('hang');
    await using cms = await startCms(telling());
    const desk = await openNewsdesk(cms);
    await until('the attempt that hangs', () => receiver.attempts.length === 1);
    const began = performance.now();
    for (let number = 0; number < 5; number += 1) await desk.published({ title: `第${number}篇` });
    // All of it while the one attempt was open.
    expect(receiver.attempts.length).toBe(1);
    expect(performance.now() - began).toBeLessThan(9_000);
    await newestTold(cms);
    expectInOrder();
  });

  test('a restart goes on with the same message, and nothing is told twice for it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-notify-'));
    try {
      receiver.mood = () => 500;
      let id = '';
      {
        await using cms = await startCms({ ...telling(), dataDir });
        await openNewsdesk(cms);
        id = await until('a failure to be written down', async () => {
          const row = await rowOf(cms);
          return Number(row.failures) > 0 && row.message_revision === (await headOf(cms)) && row.message_id;
        });
        expect(Number((await rowOf(cms)).told)).toBe(0);
      }
      expect(receiver.taken).toEqual([]);
      receiver.mood = () => 'well';
      {
        await using cms = await startCms({ ...telling(), dataDir });
        await newestTold(cms);
        await until(
          'the cursor to move',
          async () => Number((await rowOf(cms)).told) === (await headOf(cms)),
        );
        expect(receiver.taken.map((taken) => taken.id)).toEqual([id]);
      }
      await using cms = await startCms({ ...telling(), dataDir });
      const desk = await openNewsdesk(cms);
      await desk.published();
      await newestTold(cms);
      expect(receiver.taken.length).toBe(2);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('while a secret is replaced, receivers may know either', async () => {
    await using cms = await startCms(telling({ XINGLIN_NOTIFY_SECRETS: `${newSecret},${secret}` }));
    const desk = await openNewsdesk(cms);
    await newestTold(cms);
    receiver.secrets = [newSecret];
    await desk.published();
    await newestTold(cms);
    expectInOrder();
  });

  test('an administrator sees what was told and what failed; nobody else does', async () => {
    receiver.mood = () => 500;
    await using cms = await startCms(telling());
    await openNewsdesk(cms);
    await until('a failure', async () => Number((await rowOf(cms)).failures) > 0);
    const office = await signIn(cms.url);
    const { status, json } = await office.request('GET', '/xinglin/notify');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      revision: await headOf(cms),
      targets: [
        {
          target: new URL(receiver.url).origin,
          told: 0,
          behind: await headOf(cms),
          lastProblem: '对方应答 500',
          lastFailureAt: expect.stringMatching(/^20/),
          nextTry: expect.stringMatching(/^20/),
        },
      ],
    });
    expect(JSON.stringify(json)).not.toContain('whsec');
    expect((await fetch(`${cms.url}/xinglin/notify`)).status).toBe(401);
    expect((await cms.get('/xinglin/notify')).status).toBe(401);
  });
});

describe('a GitHub repository', () => {
  test('is refused a wrong token until somebody mends it and restarts, and then told once', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-notify-'));
    const asked: {
      url: string;
      authorization: string;
      body: { event_type: string; client_payload: object };
    }[] = [];
    const github = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      const authorization = String(request.headers.authorization);
      asked.push({ url: `${request.method} ${request.url}`, authorization, body });
      response.writeHead(authorization === 'Bearer right' ? 204 : 401).end();
    }).listen(0, '127.0.0.1');
    await once(github, 'listening');
    const env = {
      XINGLIN_NOTIFY_GITHUB_API: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
      XINGLIN_NOTIFY_GITHUB_REPOSITORY: 'hospital/website',
      XINGLIN_NOTIFY_GITHUB_TOKEN: 'wrong',
      XINGLIN_NOTIFY_WINDOW_SECONDS: '1',
    };
    const statusOf = async (cms: Cms) => {
      const { json } = await (await signIn(cms.url)).request('GET', '/xinglin/notify');
      return (json as { targets: { told: number; lastProblem?: string; nextTry?: string }[] }).targets[0];
    };
    try {
      {
        await using cms = await startCms({ dataDir, env });
        await (await openNewsdesk(cms)).published();
        await until('the refusal', async () => (await statusOf(cms))?.lastProblem?.includes('401'));
        const { nextTry, told } = (await statusOf(cms)) ?? {};
        expect(told).toBe(0);
        expect(Date.parse(String(nextTry)) - Date.now()).toBeGreaterThan(25 * 60_000);
        expect(asked.length).toBe(1);
      }
      await using cms = await startCms({ dataDir, env: { ...env, XINGLIN_NOTIFY_GITHUB_TOKEN: 'right' } });
      await until('the dispatch', async () => (await statusOf(cms))?.told === (await headOf(cms)));
      expect(asked.length).toBe(2);
      expect(asked[1]).toMatchObject({
        url: 'POST /repos/hospital/website/dispatches',
        authorization: 'Bearer right',
        body: { event_type: 'xinglin-published', client_payload: { revision: await headOf(cms) } },
      });
    } finally {
      github.closeAllConnections();
      github.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** Two notifiers over one database: what two instances of the CMS are to the table. */
async function withTwo(cms: Cms, settle?: unknown): Promise<AsyncDisposable> {
  const { startNotifier } = cms.load('src/notify/notifier.js');
  const { urlTarget } = cms.load('src/notify/url-target.js');
  const { makeNotifyTable } = cms.load('src/notify/table.js');
  const { publicationOf } = cms.load('src/publication/publication.js');
  const target = urlTarget({ url: receiver.url, secrets: [secret] });
  await makeNotifyTable(cms.strapi, [target.key]);
  const options = { targets: [target], window: 300, ...(settle === undefined ? {} : { settle }) };
  const running = [1, 2].map(() => startNotifier(publicationOf(cms.strapi), options));
  return { [Symbol.asyncDispose]: async () => void (await Promise.all(running.map((one) => one.stop()))) };
}

describe('two instances', () => {
  test.each(['SQLite', 'PostgreSQL'])('tell each revision once: on %s', async (database) => {
    await using postgres = database === 'PostgreSQL' ? await startPostgres() : undefined;
    await using cms = await startCms(postgres === undefined ? {} : { databaseUrl: postgres.url });
    receiver.mood = moods('well', 500, 'lost');
    receiver.lateness = 300;
    await using _two = await withTwo(cms);
    const desk = await openNewsdesk(cms);
    for (let number = 0; number < 15; number += 1) await desk.published({ title: `第${number}篇` });
    await newestTold(cms);
    expectInOrder();
    expect(receiver.taken.filter(({ repeated }) => repeated).length).toBeLessThanOrEqual(1);
  });

  test('a mutant that forgets the cursor on a 500 never tells the newest revision', async () => {
    await using cms = await startCms();
    receiver.mood = () => 500;
    const { settle } = cms.load('src/notify/rules.js');
    const mutant = (standing: object, message: { revision: number }, ...rest: unknown[]) => ({
      ...settle(standing, message, ...rest),
      told: message.revision,
    });
    await openNewsdesk(cms);
    await using _two = await withTwo(cms, mutant);
    await until(
      'the mutant to believe that all is told',
      async () => Number((await rowOf(cms)).told) === (await headOf(cms)),
    );
    receiver.mood = () => 'well';
    await expect(newestTold(cms, 6)).rejects.toThrow('in vain');
  });
});
