/**
 * The path that a person means: a whole address, a path, or a path whose last slash was left out. Undefined where
 * it is neither.
 */
export function pathAsked(asked: string): string | undefined {
  const path = /^https?:\/\//i.test(asked) && URL.canParse(asked) ? new URL(asked).pathname : asked;
  if (!path.startsWith('/') || path.startsWith('//')) return undefined;
  const [bare = ''] = path.split(/[?#]/, 1);
  const decoded = decodeOr(bare);
  return decoded.endsWith('/') || /\.\w+$/.test(decoded) ? decoded : `${decoded}/`;
}

function decodeOr(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
