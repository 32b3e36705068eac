/** Every file of the demo content, in the order in which it is sent. */

import { doctors } from './content/structure/doctors.ts';
import { videoScripts } from './content/structure/video-scripts.ts';
import { videos } from './content/structure/videos.ts';
import { portraitKey } from './entries.ts';
import type { DemoMedia } from './media.ts';
import { pdfOfJpeg } from './pdf.ts';
import { eventPictures } from './pictures/catalogue/events.ts';
import { ideaPictures } from './pictures/catalogue/ideas.ts';
import { outdoorPictures } from './pictures/catalogue/outdoors.ts';
import type { CataloguedPicture } from './pictures/catalogue/picture.ts';
import { planPictures } from './pictures/catalogue/plans.ts';
import { roomPictures } from './pictures/catalogue/rooms.ts';
import { portrait } from './pictures/portrait.ts';
import { jpegOf, type Picture, pngOf } from './pictures/render.ts';
import { emblem } from './pictures/scenes/maps.ts';
import { mp4Of, posterOf } from './videos/encode.ts';
import { films } from './videos/films.ts';
import { webVtt } from './videos/subtitles.ts';

const landscape = { width: 1600, height: 1067 };
const upright = { width: 1200, height: 1600 };
const credit = '宣传处';

/** @param cache folder in which made files are kept. */
export function demoMedia(cache: string): DemoMedia[] {
  return [
    emblemFile(cache),
    ...[outdoorPictures, roomPictures, eventPictures, ideaPictures, planPictures]
      .flat()
      .map((entry) => picture(entry, cache)),
    ...planPictures.map((entry) => printedPlan(entry, cache)),
    ...portraits(cache),
    ...filmFiles(cache),
  ];
}

function pictureOf(entry: CataloguedPicture): Picture {
  return { key: entry.key, ...(entry.upright === true ? upright : landscape), draw: entry.draw };
}

function picture(entry: CataloguedPicture, cache: string): DemoMedia {
  const { key, alt, caption } = entry;
  const name = `${caption.replace(/[。（）]/g, '')}.jpg`;
  return {
    key: `media/${key}`,
    name,
    mime: 'image/jpeg',
    alt,
    caption,
    credit,
    make: () => jpegOf(pictureOf(entry), cache),
  };
}

function printedPlan(entry: CataloguedPicture, cache: string): DemoMedia {
  const campus = entry.key.replace('di-tu-', '');
  return {
    key: `media/ping-mian-tu-${campus}`,
    name: `${entry.caption.replace(/（.*$/, '')}.pdf`,
    mime: 'application/pdf',
    credit,
    make: async () => pdfOfJpeg(await jpegOf(pictureOf(entry), cache), landscape),
  };
}

function emblemFile(cache: string): DemoMedia {
  return {
    key: 'media/yuan-hui',
    name: '院徽.png',
    mime: 'image/png',
    alt: '云杉市第一人民医院院徽：绿色圆环中的五瓣杏花',
    caption: '院徽',
    credit,
    make: () => pngOf({ key: 'yuan-hui', width: 512, height: 512, draw: emblem }, cache),
  };
}

function portraits(cache: string): DemoMedia[] {
  return doctors.flatMap(({ key, name, title, portrait: kind }) => {
    if (kind === undefined) return [];
    const drawn: Picture = {
      key: portraitKey(key),
      width: 480,
      height: 640,
      draw: (d, random) => portrait(d, random, kind),
    };
    return {
      key: `media/${drawn.key}`,
      name: `${name}.jpg`,
      mime: 'image/jpeg',
      alt: `${name}${title}的肖像画（未绘面部）`,
      caption: `${name}，${title}（示意肖像）`,
      credit,
      make: () => jpegOf(drawn, cache),
    };
  });
}

function filmFiles(cache: string): DemoMedia[] {
  return films.flatMap((film): DemoMedia[] => {
    const video = videos.find(({ key }) => key === film.key);
    const script = videoScripts.find(({ key }) => key === film.key);
    if (video === undefined || script === undefined) {
      throw new Error(`The film “${film.key}” has no video in videos.ts or no script in video-scripts.ts.`);
    }
    const poster: Picture = { key: video.poster, width: 1600, height: 900, draw: (d) => posterOf(film, d) };
    const { title } = video;
    return [
      {
        key: `media/${video.file}`,
        name: `${title}.mp4`,
        mime: 'video/mp4',
        caption: title,
        credit,
        make: () => mp4Of(film, cache),
      },
      {
        key: `media/${video.poster}`,
        name: `${title}.jpg`,
        mime: 'image/jpeg',
        alt: `视频画面：${title}`,
        caption: title,
        credit,
        make: () => jpegOf(poster, cache),
      },
      {
        key: `media/${video.subtitles}`,
        name: `${title}.vtt`,
        mime: 'text/vtt',
        make: async () => Uint8Array.from(Buffer.from(webVtt(script))),
      },
    ];
  });
}
