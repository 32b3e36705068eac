/** Asks the CMS for a document's status, and goes on asking while it is on its way. */
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { PublicationStatus } from '../../../publication/answer.ts';
import { isUnderway } from './words.ts';

/** Milliseconds between two questions while something is on its way. A publish takes about a second. */
const pollInterval = 1_000;

export type Asked =
  | { state: 'asking' }
  | { state: 'answered'; status: PublicationStatus }
  | { state: 'failed'; reason: string };

/**
 * The status of a document. `version` is anything that changes with each of the office's acts on it, so that
 * every save and publish asks anew.
 */
export function useStatus(type: string, documentId: string, version: string): Asked {
  const { get } = useFetchClient();
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });

  useEffect(() => {
    let timer: number | undefined;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const address = `/xinglin/status/${type}/${documentId}`;
        const { data } = await get<PublicationStatus>(address, { signal: stop.signal });
        if (stop.signal.aborted) return;
        setAsked({ state: 'answered', status: data });
        // A site that is held fast may stay so for hours.
        const isQueued = data.state === '发布中' && data.pinned !== undefined;
        if (isUnderway(data)) timer = window.setTimeout(ask, pollInterval * (isQueued ? 10 : 1));
      } catch (error) {
        if (stop.signal.aborted) return;
        setAsked({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
        timer = window.setTimeout(ask, pollInterval * 10);
      }
    };
    void ask();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [get, type, documentId, version]);

  return asked;
}
