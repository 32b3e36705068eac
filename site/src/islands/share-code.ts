/** A QR code as a picture. */
import type { Bitmap2D } from 'lean-qr/nano';

/** Blank modules around, without which scanners do not find it (ISO/IEC 18004). */
const blank = 4;

/** Pixels a module: sharp at double density, too. */
const scale = 8;

/**
 * The code drawn: as a picture, so that a long press in WeChat recognises and keeps it. Black on white whatever the
 * page's mode: many scanners know nothing else.
 */
export function drawn(code: Bitmap2D): HTMLImageElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (code.size + 2 * blank) * scale;
  const ink = canvas.getContext('2d');
  if (ink === null) throw new Error('这个浏览器不能画图');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.fillStyle = 'black';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) ink.fillRect((x + blank) * scale, (y + blank) * scale, scale, scale);
    }
  }
  const image = new Image(canvas.width, canvas.height);
  image.src = canvas.toDataURL();
  image.alt = '本页地址的二维码';
  return image;
}
