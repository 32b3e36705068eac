import type { Delta } from '@xinglin/shared/delta.js';
import { siteStylePath } from '@xinglin/shared/paths.js';
import { expect, test } from 'vitest';
import { affected } from '../affected/affected.ts';
import { hospital, make } from '../fixtures/hospital.ts';
import { frame, plan, view } from '../routes.ts';

const facts = [make('article', 'a'), make('notice', 'n'), make('doctor', 'd')];

test('the start of 置灰 changes one file of the whole site, and no frame', () => {
  const before = hospital(...facts);
  const after = hospital(...facts, make('site', 'site', { greyscale: true }));
  expect(frame(after)).toEqual(frame(before));
  const paths = plan(before).map(({ path }) => path);
  const differs = (path: string) => JSON.stringify(view(before, path)) !== JSON.stringify(view(after, path));
  expect(paths.filter(differs)).toEqual([siteStylePath]);
});

test('it is named when the settings change', () => {
  const item = make('site', 'site', { greyscale: true });
  const before = { item: make('site', 'site') };
  const delta: Delta = [{ type: 'site', id: 'site', revision: 9, before, after: { item } }];
  expect([...affected(hospital(...facts, item), delta)]).toContain(siteStylePath);
});
