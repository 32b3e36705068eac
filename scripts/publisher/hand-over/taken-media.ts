/** Files made of media, as a hand-over brought them: nothing is made here, and every read is proven. */
import { MediaFault, type MediaStore } from '../ports.ts';
import { readObject } from './hand-over.ts';
import type { Manifest } from './manifest.ts';
import type { HandOverPlace } from './places.ts';

export function takenMedia(taken: HandOverPlace, manifest: Manifest): MediaStore {
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  const read = async (path: string): Promise<Uint8Array> => {
    const file = files.get(path);
    if (file === undefined) throw new MediaFault(`交接包里没有 ${path}`, { lasting: false });
    return readObject(taken, file.sha256, file.size);
  };
  return {
    bytes: (_media, path) => read(path),
    again: read,
    // What is no longer handed over went when it was taken in.
    forget: () => undefined,
  };
}
