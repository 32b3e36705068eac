/** Draws a QR code. Loaded when somebody presses 二维码, never before. */
import { generate } from 'lean-qr/nano';

/** Blank modules around, without which scanners do not find it (ISO/IEC 18004). */
const blank = 4;

/** Pixels a module: sharp at double density, too. */
const scale = 8;

/**
 * A picture of an address: a picture, so that a long press in WeChat recognises and keeps it. Black on white
 * whatever the page's mode: many scanners know nothing else.
 */
export function codeOf(address: string): HTMLImageElement {
  const code = generate(address);
  const canvas = document.createElement('canvas');
  canvas.width = (code.size + 2 * blank) * scale;
  canvas.height = canvas.width;
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
