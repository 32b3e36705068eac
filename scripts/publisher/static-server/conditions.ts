/** Conditional requests (RFC 9110, 13). Pure. */

export interface Validators {
  tag: string;
  /** Whole seconds since 1970. */
  mtime: number;
}

/** The date of an HTTP header. */
export function httpDate(seconds: number): string {
  return new Date(seconds * 1000).toUTCString();
}

/**
 * Whether the reader has these bytes already. A tag outweighs a date, and a date counts only if it is exactly
 * ours: a rollback brings older bytes, never an older date, but a clock may have been set back.
 */
export function isFresh(headers: NodeJS.Dict<string | string[]>, { tag, mtime }: Validators): boolean {
  const tags = headers['if-none-match'];
  if (typeof tags === 'string') {
    return tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*');
  }
  return headers['if-modified-since'] === httpDate(mtime);
}

/** Whether a part may be sent: no condition, or the reader's other parts are of these very bytes. */
export function partsFit(condition: string | string[] | undefined, { tag, mtime }: Validators): boolean {
  return condition === undefined || condition === tag || condition === httpDate(mtime);
}
