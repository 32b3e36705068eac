/** The seed verb against a real Strapi: everything goes in, nothing twice, nothing over the office's work. */
import type { Item } from '@xinglin/shared/content/item.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { inspect } from '../../scripts/publisher/verify/inspect.ts';
import { lintHead } from '../../scripts/publisher/verify/lint-head.ts';
import { root } from '../../scripts/settings.ts';
import { type Cms, startCms } from '../rigs/cms.ts';
import { machineFiles } from '../rigs/machine-files.ts';
import { runVerb } from '../rigs/newsroom.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});
afterAll(() => cms[Symbol.asyncDispose]());

const seed = (env: Record<string, string> = {}) =>
  runVerb('seed', [], {
    XINGLIN_CMS_URL: cms.url,
    XINGLIN_INTAKE_TOKEN: cms.intakeToken,
    XINGLIN_DATA_DIR: cms.dataDir,
    ...env,
  });

async function published(): Promise<Item[]> {
  const { changes, quarantined } = await cms.feed();
  expect(quarantined).toEqual([]);
  return changes.flatMap((change) => (change.kind === 'put' ? [change.item] : []));
}

describe('seeding', () => {
  test('puts the whole hospital in, published and fit for the contract', async () => {
    const run = await seed();
    expect(run.code, run.output).toBe(0);
    const items = await published();
    const count = (type: string) => items.filter((item) => item.type === type).length;
    expect([count('article'), count('notice'), count('doctor'), count('department')]).toEqual([
      60, 12, 60, 20,
    ]);
    expect(items.filter((item) => item.type === 'media' && item.broken !== undefined)).toEqual([]);
    const suspended = items.filter(
      (item) => item.type === 'notice' && item.suspensions.some(({ state }) => state === '进行中'),
    );
    expect(suspended).toHaveLength(2);
  });

  test('gives machines feeds and sitemaps that hold to the rules of their formats', async () => {
    const { header, changes } = await cms.feed();
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    snapshot.apply(header, changes);
    const { renderer } = await loadBundle(root);
    const { feeds, sitemaps, faults } = await machineFiles(renderer, snapshot);
    expect(faults).toEqual([]);
    expect(feeds).toBeGreaterThan(20);
    expect(sitemaps).toBeGreaterThan(5);
  });

  test('gives every page a head that says all that machines ask for', async () => {
    const { header, changes } = await cms.feed();
    const snapshot = openSnapshot(':memory:', { readOnly: false });
    snapshot.apply(header, changes);
    const { renderer } = await loadBundle(root);
    const publicUrl = snapshot.site()?.url ?? '';
    const told: string[] = [];
    let heads = 0;
    for (const route of renderer.plan(snapshot)) {
      const { body } = await renderer.render(route.path, renderer.view(snapshot, route.path));
      const { head } = inspect({ path: route.path, body }, publicUrl);
      if (head === undefined) continue;
      heads += 1;
      told.push(...lintHead(route, head, publicUrl).map(({ text }) => text));
    }
    expect(told).toEqual([]);
    expect(heads).toBeGreaterThan(300);
  });

  test('a second time writes nothing', async () => {
    const before = (await cms.feed()).header.revision;
    const run = await seed();
    expect(run.output).toMatch(/未变 \d+\n/);
    expect(run.output).not.toMatch(/新建|更新/);
    expect((await cms.feed()).header.revision).toBe(before);
  });

  test('leaves what the office has edited since', async () => {
    const articles = cms.documents('api::article.article');
    const [article] = await articles.findMany({ filters: { slug: 'yao-xue-men-zhen-kai-zhen' } });
    const documentId = String(article?.documentId);
    await articles.update({ documentId, data: { title: '药学门诊开诊一周年' } });
    const run = await seed();
    expect(run.code, run.output).toBe(0);
    expect(run.output).toContain('保留编辑部的修改 1');
    expect((await articles.findOne({ documentId }))?.['title']).toBe('药学门诊开诊一周年');
  });

  test('with a wrong token says so and ends with 1', async () => {
    const run = await seed({ XINGLIN_INTAKE_TOKEN: 'wrong' });
    expect(run.code).toBe(1);
    expect(run.output).toContain('不认这个收录令牌');
  });
});
