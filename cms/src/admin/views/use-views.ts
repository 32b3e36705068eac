/** Asks the CMS for views. */
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

export type Asked<Answer> =
  | { state: 'asking' }
  | { state: 'answered'; answer: Answer }
  | { state: 'failed'; reason: string };

/** The answer at an address, asked for again when the address is another one; meanwhile the last one stays. */
export function useViews<Answer>(address: string): Asked<Answer> {
  const { get } = useFetchClient();
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'asking' });

  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      try {
        const { data } = await get<Answer>(address, { signal: stop.signal });
        if (!stop.signal.aborted) setAsked({ state: 'answered', answer: data });
      } catch (error) {
        if (stop.signal.aborted) return;
        setAsked({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    };
    void ask();
    return () => stop.abort();
  }, [get, address]);

  return asked;
}
