/**
 * What a picture format costs and saves: photographs of the folder that `XINGLIN_PHOTOS` names, at the widths of the
 * recipe, as the WebP that readers get and as AVIF of several efforts, each at the lowest quality that is as like the
 * original as that WebP (SSIM of the luminance, 8 × 8 windows). The time is the processor's, so that a busy machine
 * tells the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipe } from '@xinglin/shared/pictures.js';
import sharp, { type Sharp } from 'sharp';

const folder = process.env['XINGLIN_PHOTOS'];
if (folder === undefined) throw new Error('Name a folder of photographs: XINGLIN_PHOTOS=…');
sharp.concurrency(1);
sharp.cache(false);

const widths = [480, 960];
const efforts = [0, 1, 2, 4];
const qualities = [45, 50, 55, 60, 65, 70];

interface Total {
  bytes: number;
  milliseconds: number;
  likeness: number;
  files: number;
}

const totals = new Map<string, Total>();
for (const name of readdirSync(folder)
  .filter((file) => /\.jpe?g$/i.test(file))
  .sort()) {
  const original = readFileSync(join(folder, name));
  for (const width of widths) {
    const picture = () => sharp(original).resize({ width, withoutEnlargement: true });
    const reference = await luminance(picture());
    const webp = await timed(() => picture().webp(recipe.webp).toBuffer());
    const target = likeness(reference, await luminance(sharp(webp.bytes)));
    add('webp', webp, target);
    for (const effort of efforts) {
      for (const quality of qualities) {
        const avif = await timed(() => picture().avif({ quality, effort }).toBuffer());
        const found = likeness(reference, await luminance(sharp(avif.bytes)));
        if (found < target && quality !== qualities.at(-1)) continue;
        add(`avif ${effort}`, avif, found);
        break;
      }
    }
  }
}
for (const [format, { bytes, milliseconds, likeness: sum, files }] of totals) {
  const each = (value: number) => value / files;
  process.stdout.write(
    `${format.padEnd(8)} ${(each(bytes) / 1024).toFixed(1)} KB ${Math.round(each(milliseconds))} ms SSIM ${each(sum).toFixed(4)} (${files} files)\n`,
  );
}

async function timed(make: () => Promise<Buffer>): Promise<{ bytes: Buffer; milliseconds: number }> {
  const before = process.cpuUsage();
  const bytes = await make();
  const { user, system } = process.cpuUsage(before);
  return { bytes, milliseconds: (user + system) / 1000 };
}

function add(format: string, { bytes, milliseconds }: Awaited<ReturnType<typeof timed>>, like: number): void {
  const before = totals.get(format) ?? { bytes: 0, milliseconds: 0, likeness: 0, files: 0 };
  totals.set(format, {
    bytes: before.bytes + bytes.length,
    milliseconds: before.milliseconds + milliseconds,
    likeness: before.likeness + like,
    files: before.files + 1,
  });
}

interface Plane {
  data: Buffer;
  width: number;
  height: number;
}

async function luminance(picture: Sharp): Promise<Plane> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Mean structural similarity of two planes of one size (Wang et al. 2004), over windows that do not overlap. */
function likeness(a: Plane, b: Plane): number {
  let [sum, windows] = [0, 0];
  for (let top = 0; top + 8 <= a.height; top += 8) {
    for (let left = 0; left + 8 <= a.width; left += 8) {
      sum += windowLikeness(a, b, top, left);
      windows += 1;
    }
  }
  return sum / windows;
}

function windowLikeness(a: Plane, b: Plane, top: number, left: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + 8; y += 1) {
    for (let x = left; x < left + 8; x += 1) {
      const [p, q] = [a.data[y * a.width + x] ?? 0, b.data[y * a.width + x] ?? 0];
      sumA += p;
      sumB += q;
      sumAA += p * p;
      sumBB += q * q;
      sumAB += p * q;
    }
  }
  const [meanA, meanB] = [sumA / 64, sumB / 64];
  const [varA, varB, both] = [sumAA / 64 - meanA ** 2, sumBB / 64 - meanB ** 2, sumAB / 64 - meanA * meanB];
  const [c1, c2] = [6.5025, 58.5225];
  return ((2 * meanA * meanB + c1) * (2 * both + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2));
}
