import { flag, line, number, part, type Row, text } from './fields.ts';
import type { Presenter } from './presenter.ts';

/** 媒体: a row of the media library, joined with what probing its bytes found (`probe`). */
export const media: Presenter = {
  type: 'media',
  uid: 'plugin::upload.file',
  drafted: false,
  texts: [],
  populate: {},
  present(row) {
    const probe = (row['probe'] ?? {}) as Row;
    const alt = text(row, 'alternativeText');
    const decorative = flag(row, 'decorative') || ornament.test(alt ?? '');
    return {
      form: {
        type: 'media',
        id: row['documentId'],
        sha256: probe['sha256'],
        name: line(row, 'name')?.slice(0, 200).trim(),
        ext: extensionOf(row),
        mime: line(row, 'mime')?.toLowerCase().split(';')[0]?.trim(),
        size: number(probe, 'size'),
        width: number(probe, 'width'),
        height: number(probe, 'height'),
        alt: decorative ? undefined : alt,
        caption: text(row, 'caption'),
        credit: line(row, 'credit'),
        focalPoint: focalPointOf(row),
        decorative,
        broken: line(probe, 'broken'),
      },
    };
  },
};

/** What the office writes for 替代文字 where a picture says nothing: Strapi's form has no room for a switch. */
const ornament = /^\s*[（(]?装饰(?:图|图片|性图片)?[）)]?\s*$/;

/** The extension that the public file gets: letters and digits only, whatever the upload was called. */
function extensionOf(row: Row): string {
  const ext = (line(row, 'ext') ?? '').toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(ext) ? ext : '.bin';
}

/** Strapi keeps the point in hundredths of the picture's width and height. */
function focalPointOf(row: Row): { x: number; y: number } | undefined {
  const point = part(row, 'focalPoint') ?? {};
  const [x, y] = [number(point, 'x'), number(point, 'y')];
  return x === undefined || y === undefined ? undefined : { x: x / 100, y: y / 100 };
}
