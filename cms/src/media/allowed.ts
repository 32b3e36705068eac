/**
 * What may be uploaded: types, and the names that files of them bear. SVG and HTML are left out: both can carry
 * scripts that would run on the admin's own origin. Strapi looks at the bytes and is content with a GIF that is
 * called `.html`; the web server looks at the name. So both have to be on this list.
 */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'video/mp4': ['mp4'],
  'audio/mpeg': ['mp3'],
  'text/vtt': ['vtt'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  // What the bytes of the three above say: a container of Microsoft's.
  'application/x-cfb': [],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

export const uploadTypes: readonly string[] = Object.keys(kinds);

/** Without the dot, lower case. */
export const uploadExtensions: readonly string[] = Object.values(kinds).flat();

/** Kinds that a browser shows by itself and that cannot run anything. */
const shownInPlace = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif', 'mp4', 'mp3', 'vtt', 'txt', 'pdf']);

/** The extension of a name or an address: `pdf`; '' where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file of this extension (`.pdf`) may lie where the admin's own origin serves it. */
export function mayBeUploaded(name: string): boolean {
  return uploadExtensions.includes(extensionOf(name));
}

/** Whether a browser may open an upload of this name instead of saving it. */
export function mayBeShown(name: string): boolean {
  return shownInPlace.has(extensionOf(name));
}
