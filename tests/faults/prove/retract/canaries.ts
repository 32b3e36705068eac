/** Articles that can be recognised wherever any part of them is left: in words, in a picture, in an attachment. */
import { createHash } from 'node:crypto';
import type { Item } from '@xinglin/shared/content/item.js';
import sharp from 'sharp';
import type { Dice } from '../../../rigs/corpus-random.ts';
import { article, media } from '../../../rigs/items.ts';

export interface Canary {
  id: string;
  /** Stands in every text of it, and nowhere else. */
  word: string;
  /** The article with its files; `edition` makes other words and another title of it. */
  items(edition: number): Item[];
  /** Bytes of its files, by hash. */
  bytes: ReadonlyMap<string, Uint8Array>;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One canary; equal dice make equal ones. */
export async function canary(index: number, dice: Dice): Promise<Canary> {
  const word = `canary${Array.from({ length: 5 }, () => dice.int(0, 0xffff).toString(16)).join('')}`;
  const id = `canary${index}`;
  const picture = await noise(dice, word);
  const document = Buffer.from(`%PDF-1.4\n% ${word}\n${'x'.repeat(2_000)}`);
  const cover = media(`${id}p`, hashOf(picture), {
    ...{ name: `${word}.png`, alt: `图 ${word}`, caption: `说明 ${word}`, credit: word.slice(0, 30) },
    ...{ size: picture.length, width: 640, height: 480 },
  });
  const attachment = media(`${id}d`, hashOf(document), {
    ...{ name: `${word}.pdf`, ext: '.pdf', mime: 'application/pdf', size: document.length },
    ...{ width: undefined, height: undefined, alt: undefined },
  });
  const items = (edition: number): Item[] => [
    cover,
    attachment,
    article(id, {
      slug: `canary-${index}`,
      title: `第 ${edition} 版题目 ${word}`,
      subtitle: `副题 ${word}`,
      editorNote: `编者按 ${word}`,
      body: `第 ${edition} 版正文 ${word}。\n\n![图](media:${id}p "${word}")\n\n${`再说一遍 ${word}。\n\n`.repeat(5)}`,
      summary: `摘要 ${word}`,
      byline: `署名 ${word}`,
      cover: `${id}p`,
      attachments: [{ media: `${id}d`, name: `附件 ${word}` }],
      tags: ['ai'],
    }),
  ];
  const bytes = new Map([picture, document].map((file) => [hashOf(file), file]));
  return { id, word, items, bytes };
}

/** A picture that no other resembles, with the word in its metadata. */
function noise(dice: Dice, word: string): Promise<Buffer> {
  const [width, height] = [64, 48];
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => dice.int(0, 255));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(640, 480, { kernel: 'nearest' })
    .withExif({ IFD0: { ImageDescription: word } })
    .png()
    .toBuffer();
}
