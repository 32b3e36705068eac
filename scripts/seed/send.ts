/** Sending the demo content, media first, and counting what came of it. */
import type { IntakeResult } from '@xinglin/shared/intake.js';
import type { IntakeClient } from '../intake/client.ts';
import type { Progress } from '../progress.ts';
import { addressMedia, type DemoDocument, mapTexts } from './documents.ts';
import type { DemoMedia } from './media.ts';
import { addOutcome, emptyTally, type Tally } from './tally.ts';

/** The standing approval under which demo content is published (law 8). */
const approval = '演示内容';

/** So many documents a request: short enough that progress moves and no request runs long. */
const batch = 20;

export interface DemoContent {
  media: readonly DemoMedia[];
  /** In sending order. */
  documents: readonly DemoDocument[];
}

/** Sends everything once. Refused items stand in the tally; only an unreachable CMS throws. */
export async function send(
  client: Pick<IntakeClient, 'documents' | 'media'>,
  { media, documents }: DemoContent,
  progress: Progress,
): Promise<Tally> {
  const tally = emptyTally();
  const ids = new Map<string, string>();
  const note = (result: IntakeResult): void => {
    addOutcome(tally, result);
    if (result.documentId !== undefined) ids.set(result.key, result.documentId);
  };
  await progress.during(`演示图片和视频（${media.length} 个文件）`, async () => {
    let sending: Promise<void> = Promise.resolve();
    for (const [index, { make, ...file }] of media.entries()) {
      // One file is drawn while the one before is on its way: drawing and storing take about as long.
      const [bytes] = await Promise.all([make(), sending]);
      sending = client.media({ ...file, bytes }).then(note);
      if ((index + 1) % 30 === 0) progress.say(`  ${index + 1} / ${media.length}`);
    }
    await sending;
  });
  await progress.during(`演示内容（${documents.length} 条）`, async () => {
    for (let start = 0; start < documents.length; start += batch) {
      const part = documents.slice(start, start + batch);
      const asked = part.map(({ key, type, data }) => ({
        key,
        type,
        data: withMediaIds(data, ids),
        publish: true,
      }));
      const results = await client.documents({ approval, documents: asked });
      for (const result of results) note(result);
      progress.say(`  ${start + part.length} / ${documents.length}`);
    }
  });
  return tally;
}

/** Bodies name pictures by identity. One that was refused is named by its key, which the page leaves out. */
function withMediaIds(
  data: Record<string, unknown>,
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const address = (key: string) => `media:${ids.get(key) ?? key.replace('media/', '')}`;
  return mapTexts(data, (text) => addressMedia(text, address)) as Record<string, unknown>;
}
