/**
 * Makes a pass's pictures before any page is rendered. One that cannot be had or made becomes a verdict in the
 * snapshot, so that pages show words in its place and never name a file that is not there.
 */
import type { Media } from '@xinglin/shared/content/media.js';
import { derivativesOf, isPicture } from '@xinglin/shared/pictures.js';
import type { Verdict } from '@xinglin/shared/snapshot-rows.js';
import type { MediaFile } from './media-plan.ts';
import { MediaFault } from './ports.ts';
import type { Workshop } from './workshop.ts';

/** What proving needs of the workshop. */
export type Bench = Pick<Workshop, 'snapshot' | 'media' | 'log'>;

/** How many pictures are made at once: more gains nothing on two cores and costs memory. */
const picturesAtOnce = 2;

/**
 * @param files what the pass would bring.
 * @param again which verdicts of before are looked at once more.
 * @returns whether the snapshot says otherwise than before: what was surveyed must be surveyed again.
 */
export async function proveMedia(
  { snapshot, media, log }: Bench,
  files: readonly MediaFile[],
  again: 'all' | 'passing' | 'none',
  signal?: AbortSignal,
): Promise<boolean> {
  const known = new Map(snapshot.verdicts().map((verdict) => [verdict.sha256, verdict]));
  const retried = [...known.values()]
    .filter(({ lasting }) => again === 'all' || (again === 'passing' && !lasting))
    .map(({ sha256 }) => sha256);
  const pictures = new Map<string, Media>();
  const acquitted: string[] = [];
  for (const sha256 of retried) {
    const used = snapshot.mediaOf(sha256).find(({ id }) => snapshot.isNamed('media', id));
    // Nobody shows these bytes any more: nothing is to be said of them, nor kept (law 6).
    if (used === undefined) acquitted.push(sha256);
    else pictures.set(sha256, used);
  }
  for (const file of files) if (isPicture(file.media)) pictures.set(file.media.sha256, file.media);

  const found: Verdict[] = [];
  const queue = [...pictures.values()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      signal?.throwIfAborted();
      const verdict = await tried(media, next);
      if (verdict === undefined) {
        if (known.has(next.sha256)) acquitted.push(next.sha256);
      } else if (known.get(next.sha256)?.problem !== verdict.problem) {
        log('warn', 'media-unusable', verdict.problem, { id: next.id, name: next.name });
        found.push(verdict);
      }
    }
  };
  await Promise.all(Array.from({ length: picturesAtOnce }, work));
  if (found.length + acquitted.length === 0) return false;
  snapshot.judge(found, acquitted);
  return true;
}

/** Makes whatever is lacking of a picture. */
async function tried(store: Workshop['media'], media: Media): Promise<Verdict | undefined> {
  const [first] = derivativesOf(media);
  if (first === undefined) return undefined;
  try {
    await store.bytes(media, first.path);
    return undefined;
  } catch (error) {
    if (!(error instanceof MediaFault)) throw error;
    return { sha256: media.sha256, problem: error.message, lasting: error.lasting };
  }
}
