/** Stages pictures and files of the media library. One that cannot be had or made is named; the rest goes on. */
import type { MediaFile } from './media-plan.ts';
import { MediaFault } from './ports.ts';
import type { Survey } from './survey.ts';
import { type Finding, finding } from './verify/findings.ts';
import type { Workshop } from './workshop.ts';

/** A media file that could not be put live. */
export interface MediaProblem {
  id: string;
  name: string;
  problem: string;
}

/** How many pictures are made at once: more gains nothing on two cores and costs memory. */
const picturesAtOnce = 2;

export async function stageMedia(
  workshop: Workshop,
  before: Pick<Survey, 'media' | 'full'>,
  put: (path: string, bytes: Uint8Array) => Promise<void>,
  found: { mediaProblems: MediaProblem[]; mediaToRetry: string[]; findings: Map<string, Finding[]> },
): Promise<void> {
  const queue = [...before.media];
  const failed = new Set<string>();
  const faults = workshop.state.mediaFaults();
  const one = async ({ path, media }: MediaFile): Promise<void> => {
    if (!failed.has(media.sha256)) found.findings.set(`media ${media.id}`, []);
    // An original that fails once is not tried again for its other widths.
    if (failed.has(media.sha256)) return;
    try {
      const known = before.full ? undefined : faults.get(media.sha256);
      if (known !== undefined) throw new MediaFault(known, { lasting: true });
      await put(path, await workshop.media.bytes(media, path));
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error;
      if (failed.has(media.sha256)) return;
      failed.add(media.sha256);
      if (error.lasting) workshop.state.rememberMediaFault(media.sha256, error.message);
      else found.mediaToRetry.push(path);
      workshop.log('warn', 'media-unusable', error.message, { id: media.id, name: media.name });
      found.mediaProblems.push({ id: media.id, name: media.name, problem: error.message });
      const item = { type: 'media' as const, id: media.id };
      found.findings.set(`media ${media.id}`, [{ ...finding('unusable-media', '', error.message), item }]);
    }
  };
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: picturesAtOnce }, work));
}
