/** Pages that the office may choose to redirect to, found by the words that it types. */
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

export interface Choice {
  typeName: string;
  title: string;
  path: string;
}

/** Milliseconds that typing must pause before it is looked up. */
const pause = 300;

/** Live pages whose title holds the words; none while an address is typed. */
export function useTargets(typed: string): readonly Choice[] {
  const { get } = useFetchClient();
  const [found, setFound] = useState<readonly Choice[]>([]);
  const words = /^\s*(?:\/|https?:)/.test(typed) ? '' : typed.trim();

  useEffect(() => {
    setFound([]);
    if (words === '') return undefined;
    const stop = new AbortController();
    const timer = window.setTimeout(async () => {
      const query = new URLSearchParams({ words });
      try {
        const { data } = await get<Choice[]>(`/xinglin/targets?${query}`, { signal: stop.signal });
        if (!stop.signal.aborted) setFound(data);
      } catch (error) {
        // The choices are a help: an address can be typed without them.
        if (!stop.signal.aborted) console.warn('no pages to choose from', error);
      }
    }, pause);
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [get, words]);

  return found;
}
