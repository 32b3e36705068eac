/**
 * Puts the demo content into the newsroom through the intake. Safe to repeat: what is there unchanged stays,
 * what the office has edited since is kept.
 */
import { join } from 'node:path';
import type { IntakeResult } from '@xinglin/shared/intake.js';
import { CommandFault } from '../cli.ts';
import { type IntakeClient, intakeClient } from '../intake/client.ts';
import type { Progress } from '../progress.ts';
import type { Secrets, Settings } from '../settings.ts';
import { demoDocuments } from './content.ts';
import { shanghaiDay } from './dates.ts';
import { addressMedia, type DemoDocument, mapTexts } from './documents.ts';
import type { DemoMedia } from './media.ts';
import { demoMedia } from './media-list.ts';
import { addOutcome, describeTally, emptyTally, type Tally } from './tally.ts';

/** The standing approval under which demo content is published (law 8). */
const approval = '演示内容';

/** So many documents a request: short enough that progress moves and no request runs long. */
const batch = 20;

/** Everything there is to send on a day. Pictures are drawn later, one by one. */
export function demoContent(settings: Settings, today = shanghaiDay(new Date())) {
  const media = demoMedia(join(settings.dataDir, 'seed'));
  const documents = demoDocuments(today, new Set(media.map(({ key }) => key)));
  return { media, documents };
}

/**
 * Sends everything.
 * @throws ContentFault where the content itself is broken, before anything is sent.
 * @throws CommandFault where the CMS cannot be reached or refuses items; each is named.
 */
export async function seed(settings: Settings, secrets: Secrets, progress: Progress): Promise<Tally> {
  const { media, documents } = demoContent(settings);
  const client = intakeClient(settings.cmsUrl, secrets.intakeToken);
  const tally = emptyTally();
  const ids = new Map<string, string>();
  const note = (result: IntakeResult): void => {
    addOutcome(tally, result);
    if (result.documentId !== undefined) ids.set(result.key, result.documentId);
  };
  await progress.during(`演示图片和视频（${media.length} 个文件）`, () =>
    sendMedia(client, media, progress, note),
  );
  await progress.during(`演示内容（${documents.length} 条）`, () =>
    sendDocuments(client, documents, ids, progress, note),
  );
  progress.say(`  ${describeTally(tally)}`);
  if (tally.problems.length > 0) {
    throw new CommandFault(
      `有 ${tally.problems.length} 条演示内容没有放进去：\n  ${tally.problems.join('\n  ')}`,
      '请按各条的说明处理，再运行一次 pnpm seed；已经放进去的不会重复。',
    );
  }
  return tally;
}

/** Draws one file while the one before is on its way: drawing and storing take about as long. */
async function sendMedia(
  client: IntakeClient,
  media: readonly DemoMedia[],
  progress: Progress,
  note: (result: IntakeResult) => void,
): Promise<void> {
  let sending: Promise<void> = Promise.resolve();
  for (const [index, { make, ...file }] of media.entries()) {
    const bytes = await make();
    await sending;
    sending = client.media({ ...file, bytes }).then(note);
    if ((index + 1) % 30 === 0) progress.say(`  ${index + 1} / ${media.length}`);
  }
  await sending;
}

async function sendDocuments(
  client: IntakeClient,
  documents: readonly DemoDocument[],
  ids: ReadonlyMap<string, string>,
  progress: Progress,
  note: (result: IntakeResult) => void,
): Promise<void> {
  for (let start = 0; start < documents.length; start += batch) {
    const part = documents.slice(start, start + batch);
    const results = await client.documents({
      approval,
      documents: part.map((document) => ({
        key: document.key,
        type: document.type,
        data: withMediaIds(document.data, ids),
        publish: true,
      })),
    });
    results.forEach(note);
    progress.say(`  ${Math.min(start + batch, documents.length)} / ${documents.length}`);
  }
}

/** A medium that was refused stays `media:<key>`: its article says nothing wrong, the picture is left out. */
function withMediaIds(
  data: Record<string, unknown>,
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return mapTexts(data, (text) => addressMedia(text, (key) => `media:${ids.get(key) ?? key}`)) as Record<
    string,
    unknown
  >;
}
