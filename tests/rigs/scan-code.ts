/** Reads QR codes as a phone does, by other people's code than what draws them. */
import decode from 'qr/decode.js';
import sharp from 'sharp';

/** What the code on a picture says. @throws Error where there is none that can be read. */
export async function readCode(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decode({ width: info.width, height: info.height, data });
}
