/**
 * Stages pictures and files of the media library. Pictures have been proven (`prove-media.ts`); another file that
 * cannot be had is named and asked for again, and the rest goes on.
 */
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

/** How many files are brought at once. */
const filesAtOnce = 2;

export async function stageMedia(
  workshop: Pick<Workshop, 'media' | 'log'>,
  before: Pick<Survey, 'media'>,
  put: (path: string, bytes: Uint8Array) => Promise<void>,
  found: { mediaProblems: MediaProblem[]; mediaToRetry: string[]; findings: Map<string, Finding[]> },
): Promise<void> {
  const queue = [...before.media];
  const failed = new Set<string>();
  const one = async ({ path, media }: MediaFile): Promise<void> => {
    // An original that fails once is not asked for again for its other files.
    if (failed.has(media.sha256)) return;
    try {
      await put(path, await workshop.media.bytes(media, path));
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error;
      found.mediaToRetry.push(path);
      if (failed.has(media.sha256)) return;
      failed.add(media.sha256);
      workshop.log('warn', 'media-unusable', error.message, { id: media.id, name: media.name });
      found.mediaProblems.push({ id: media.id, name: media.name, problem: error.message });
      const item = { type: 'media' as const, id: media.id };
      found.findings.set(`media ${media.id}`, [{ ...finding('unusable-media', '', error.message), item }]);
    }
  };
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: filesAtOnce }, work));
}
