import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { eventPictures } from './catalogue/events.ts';
import { ideaPictures } from './catalogue/ideas.ts';
import { outdoorPictures } from './catalogue/outdoors.ts';
import { planPictures } from './catalogue/plans.ts';
import { roomPictures } from './catalogue/rooms.ts';
import { portrait } from './portrait.ts';
import { jpegOf, type Picture, svgOf } from './render.ts';

const size = { width: 1600, height: 1067 };
const pictures: Picture[] = [outdoorPictures, roomPictures, eventPictures, ideaPictures, planPictures]
  .flat()
  .map(({ key, draw }) => ({ key, draw, ...size }));
const folder = mkdtempSync(join(tmpdir(), 'xinglin-pictures-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('drawn pictures', () => {
  it('are the same every time and differ from each other', () => {
    const drawn = pictures.map(svgOf);
    expect(pictures.map(svgOf)).toEqual(drawn);
    expect(new Set(drawn).size).toBe(pictures.length);
  });

  it('carry no text and no broken number', () => {
    for (const picture of pictures)
      expect(svgOf(picture), picture.key).not.toMatch(/<text|NaN|undefined|Infinity/);
  });

  it('differ from doctor to doctor', () => {
    const faces = ['a', 'b', 'c'].map((key) =>
      svgOf({ key, width: 480, height: 640, draw: (d, random) => portrait(d, random, 'woman') }),
    );
    expect(new Set(faces).size).toBe(3);
  });

  it('become photographs of the promised size, and are drawn once', async () => {
    const picture = pictures[0] as Picture;
    const bytes = await jpegOf(picture, folder);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', ...size });
    expect(await jpegOf(picture, folder)).toEqual(bytes);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
