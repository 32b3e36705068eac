/** What the CMS's probe lets through, the publisher can make: whatever happened to a file, and however it is shaped. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { derivativesOf } from '@xinglin/shared/pictures.js';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { makeDerivative } from '../../scripts/publisher/adapters/make-derivative.ts';
import { root } from '../../scripts/settings.ts';
import { compileCms } from '../rigs/compile.ts';
import { media } from '../rigs/items.ts';
import { temporaryFolder } from '../rigs/temporary.ts';

type ProbeFile = (
  path: string,
  mime: string,
) => Promise<{ width?: number; height?: number; broken?: string }>;

/** The CMS's own, as it is compiled. */
let probeFile: ProbeFile;
beforeAll(async () => {
  await compileCms();
  const requireCms = createRequire(join(root, 'cms', 'package.json'));
  ({ probeFile } = requireCms('./dist/src/publication/media/probe.js') as { probeFile: ProbeFile });
});

const drawing = (width: number, height: number) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

const originals = await Promise.all([
  drawing(300, 200).jpeg().toBuffer(),
  drawing(300, 200)
    .jpeg({ progressive: true })
    .withExif({ IFD0: { Orientation: '6' } })
    .toBuffer(),
  drawing(120, 80).png().toBuffer(),
  drawing(120, 80).webp().toBuffer(),
  drawing(120, 80).gif().toBuffer(),
]);

/** Probes bytes as the CMS does; makes every file of what it lets through as the publisher does. */
async function outcomeOf(bytes: Uint8Array): Promise<'refused' | 'made'> {
  using folder = temporaryFolder();
  const file = join(folder.path, 'picture');
  writeFileSync(file, bytes);
  const { width, height, broken } = await probeFile(file, 'image/png');
  if (broken !== undefined) return 'refused';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const derivatives = derivativesOf(media('m', sha256, { width, height }));
  for (const one of derivatives) {
    const made = await sharp(await makeDerivative(bytes, one)).metadata();
    expect([made.width, made.height]).toEqual([one.width, one.height]);
  }
  return 'made';
}

test('whole files of every kind are made, turned ones as a reader sees them', async () => {
  expect(await Promise.all(originals.map(outcomeOf))).toEqual(originals.map(() => 'made'));
});

test('a file with bytes changed or lost is refused, or made', async () => {
  const outcomes = new Set<string>();
  const damage = fc.record({
    original: fc.constantFrom(...originals),
    flips: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.integer({ min: 0, max: 255 }) }),
      {
        maxLength: 4,
      },
    ),
    kept: fc.oneof(fc.constant(1), fc.double({ min: 0.02, max: 1, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ original, flips, kept }) => {
      const bytes = Buffer.from(original.subarray(0, Math.ceil(original.length * kept)));
      for (const { at, to } of flips) bytes[Math.floor(at * bytes.length)] = to;
      outcomes.add(await outcomeOf(bytes));
    }),
    { numRuns: 150 },
  );
  expect(outcomes).toEqual(new Set(['refused', 'made']));
});

test.each([
  [520, 18_000],
  [2, 60_000],
  [16_384, 8],
])('a poster of %i × %i px is made', async (width, height) => {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#2a7' } })
    .png()
    .toBuffer();
  expect(await outcomeOf(bytes)).toBe('made');
});
