/**
 * Node's bounds for the counter's process: whatever floods in, what is done with is let go of before it piles up. The
 * counter itself holds some 20 MB at 100,000 articles. `scripts/run.mjs`, which runs before any TypeScript can, and the
 * systemd unit spell them once more; memory.test.ts compares.
 */
export const memoryFlags = ['--max-old-space-size=64', '--max-semi-space-size=1'] as const;
