/** Hands receipts to the CMS until it accepts them. A CMS that does not take them never stops publishing. */
import { CmsFault } from './faults.ts';
import type { Cms, Log, State } from './ports.ts';

/** Sends what waits, oldest first; answers how many parts still wait. */
export async function deliver(
  cms: Pick<Cms, 'send'>,
  state: Pick<State, 'outbox' | 'sent'>,
  log: Log,
  signal?: AbortSignal,
): Promise<number> {
  const waiting = state.outbox();
  let left = waiting.length;
  for (const { id, receipts } of waiting) {
    try {
      await cms.send(receipts, signal);
      state.sent(id);
      left -= 1;
    } catch (error) {
      if (signal?.aborted) return left;
      if (!(error instanceof CmsFault)) throw error;
      log('warn', 'receipts-waiting', `回执没有送到，稍后重送：${error.message}`, { waiting: left });
      // A part that the CMS cannot take must not hold up those behind it; a CMS that is away takes none.
      if (error.reason !== 'failed') return left;
    }
  }
  return left;
}
