/** Bytes of a saved page ─► text. The byte order mark stays in the text: nothing is dropped unseen. */

export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';
}

/** A file that is no page of the old site; the message is a Chinese sentence. */
export class ForeignPage extends Error {
  override readonly name = 'ForeignPage';
}

/** Bytes. Even a page saved with its pictures inside is smaller, and the CMS takes no larger request. */
const largest = 16 * 1024 * 1024;

/**
 * Tries the encodings that Chinese sites have been saved in, strictly: a character that cannot be read is a
 * fault, never a replacement mark.
 * @throws ForeignPage where the bytes are no text.
 */
export function decode(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new ForeignPage('文件是空的');
  if (bytes.length > largest) {
    throw new ForeignPage(`文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，一个页面不会超过 16 MB`);
  }
  const encoding = encodingOf(bytes);
  const text = strictly(bytes, encoding);
  if (text === undefined || text.includes('\0')) {
    throw new ForeignPage('文件不是文字（既不是 UTF-8，也不是 GB18030 或 UTF-16）');
  }
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return strictly(bytes, 'UTF-8') === undefined ? 'GB18030' : 'UTF-8';
}

function strictly(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
