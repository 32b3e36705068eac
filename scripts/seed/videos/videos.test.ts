import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { videoScripts } from '../content/structure/video-scripts.ts';
import { mp4Of } from './encode.ts';
import { films } from './films.ts';
import { webVtt } from './subtitles.ts';

const folder = mkdtempSync(join(tmpdir(), 'xinglin-videos-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('videos', () => {
  it('last exactly as long as their subtitles, which leave no gap', () => {
    for (const film of films) {
      const cues = videoScripts.find(({ key }) => key === film.key)?.cues ?? [];
      expect(cues.map(({ from }) => from)).toEqual([0, ...cues.slice(0, -1).map(({ until }) => until)]);
      expect(cues.at(-1)?.until, film.key).toBe(film.seconds);
    }
  });

  it('are MP4 files with H.264 pictures', async () => {
    const [film] = films;
    if (film === undefined) throw new Error('there is no film');
    const bytes = Buffer.from(await mp4Of({ ...film, seconds: 1 }, folder));
    expect(bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
    expect(bytes.includes('avc1')).toBe(true);
  });

  it('have subtitles in WebVTT', () => {
    expect(webVtt({ key: 'a', cues: [{ from: 0, until: 2.5, text: '你好' }] })).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.500\n你好\n',
    );
  });
});
