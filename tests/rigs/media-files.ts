/** Four small real files for random newsrooms: two pictures, a document, and one that only calls itself a picture. */
import { createHash } from 'node:crypto';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import sharp from 'sharp';
import { media } from './items.ts';

const picture = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

const files = new Map<string, { bytes: Buffer; more: Partial<ItemOf<'media'>> }>([
  ['media1', { bytes: await picture(600, 400, '#2a7a5a'), more: { width: 600, height: 400 } }],
  [
    'media2',
    { bytes: await picture(120, 160, '#e0a060'), more: { width: 120, height: 160, alt: undefined } },
  ],
  [
    'media3',
    {
      bytes: Buffer.from('%PDF-1.4 small'),
      more: { name: '附件.pdf', ext: '.pdf', mime: 'application/pdf', width: undefined, height: undefined },
    },
  ],
  ['media4', { bytes: Buffer.from('not a picture'), more: { width: 10, height: 10 } }],
]);

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A media item over one of the files. */
export function mediaOf(id: string, broken: boolean): ItemOf<'media'> {
  const { bytes, more } = files.get(id) ?? { bytes: Buffer.from(id), more: {} };
  const item = media(id, hashOf(bytes), { ...more, size: bytes.length });
  return broken ? { ...item, broken: '已过期' } : item;
}

/** The bytes that a hash names. */
export const mediaBytes: ReadonlyMap<string, Uint8Array> = new Map(
  [...files.values()].map(({ bytes }) => [hashOf(bytes), bytes]),
);
