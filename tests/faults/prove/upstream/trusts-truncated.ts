/**
 * A mutant, loaded before a command: takes as many whole rows of a feed as came, and calls that a feed. It stands
 * between the publisher and the wire, so that the publisher behind it is the real one.
 */
import { type FeedHeader, frameFeed } from '@xinglin/shared/feed.js';

const real = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const answer = await real(input, init);
  if (!String(input).includes('/api/xinglin/feed?') || !answer.ok) return answer;
  const [head = '', ...rows] = (await answer.text()).split('\n').filter(isRow);
  if (head === '') return new Response('');
  let feed = '';
  for await (const line of frameFeed(JSON.parse(head) as FeedHeader, rows)) feed += line;
  return new Response(feed);
};

function isRow(line: string): boolean {
  try {
    return JSON.parse(line).kind !== 'trailer';
  } catch {
    return false;
  }
}
