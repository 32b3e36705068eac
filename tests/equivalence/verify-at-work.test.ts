/** An audit beside a publisher at work cries wolf at nothing, and still finds what is wrong. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { expect, test } from 'vitest';
import { loadBundle } from '../../scripts/publisher/adapters/bundle.ts';
import { folderReader } from '../../scripts/publisher/adapters/folder-reader.ts';
import { readState } from '../../scripts/publisher/adapters/read-state.ts';
import { publish } from '../../scripts/publisher/publish.ts';
import { auditClean } from '../../scripts/publisher/verify/audit-clean.ts';
import { auditTree } from '../../scripts/publisher/verify/audit-tree.ts';
import { root } from '../../scripts/settings.ts';
import { article, channel, site, tag } from '../rigs/items.ts';
import { Ledger } from '../rigs/ledger.ts';
import { openPublisher } from '../rigs/publisher.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

test('while releases follow each other the audits find nothing but the file that somebody else wrote', async () => {
  using folder = temporaryFolder();
  const bundle = await loadBundle(root);
  const workshop = await openPublisher(folder.path, { bundle });
  const ledger = new Ledger().put(site, channel, tag('yizhen', '义诊'));
  for (let at = 0; at < 30; at += 1) ledger.put(article(`a${at}`, { tags: ['yizhen'] }));
  const publishNow = async () => {
    ledger.applyTo(workshop.snapshot);
    await publish(workshop, { allowMassDeletion: true, full: false });
  };
  await publishNow();
  writeFileSync(join(folder.path, 'live', 'shell.php'), '<?php');

  let releases = 0;
  /** The office works while the audit does, and rests after its sixth look so that the site comes to a stand. */
  const beside = async <Found>(audit: (settle: () => Promise<void>) => Promise<Found>): Promise<Found> => {
    let over = false;
    let looks = 0;
    const office = (async () => {
      while (!over) {
        releases += 1;
        ledger.put(article(`a${releases % 30}`, { tags: ['yizhen'], title: `第 ${releases} 改` }));
        if (releases % 5 === 0) ledger.remove('article', `a${(releases + 7) % 30}`);
        await publishNow();
      }
    })();
    const settle = async () => {
      looks += 1;
      if (looks === 6) over = true;
      const from = releases;
      while (!over && releases < from + 2) await nextTurn();
      if (over) await office;
    };
    try {
      return await audit(settle);
    } finally {
      over = true;
      await office;
    }
  };

  using state = readState(workshop.paths.publisherState);
  const snapshot = openSnapshot(workshop.paths.snapshot, { readOnly: true });
  const tree = folderReader(workshop.paths.live);
  const files = await beside((settle) => auditTree({ state, tree, settle }));
  const clean = await beside((settle) => auditClean({ bundle, snapshot, state, tree, settle }));
  snapshot.close();
  workshop.close();
  expect(files.faults).toEqual([{ kind: 'foreign', path: 'shell.php', problem: '不是发布程序放的文件' }]);
  expect(clean.faults).toEqual([]);
  expect(clean.pages).toBeGreaterThan(30);
  expect(releases).toBeGreaterThan(3);
});
