import { expect, test } from 'vitest';
import { Waiters } from './waiters.ts';

test('a commit wakes everybody who waits', async () => {
  const waiters = new Waiters();
  const never = new AbortController().signal;
  const waiting = Promise.all([waiters.next(60_000, never), waiters.next(60_000, never)]);
  waiters.wake();
  await expect(waiting).resolves.toHaveLength(2);
});

test('a reader who has gone is let go, and one who comes gone does not wait', async () => {
  const waiters = new Waiters();
  const gone = new AbortController();
  const waiting = waiters.next(60_000, gone.signal);
  gone.abort();
  await waiting;
  await waiters.next(60_000, gone.signal);
});

test('nobody waits longer than asked', async () => {
  await new Waiters().next(1, new AbortController().signal);
});
