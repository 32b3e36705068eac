/** The part of Koa's context that these routes use. */
import type { ServerResponse } from 'node:http';

export interface HttpContext {
  params: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  request: { body?: unknown };
  /** Closes when the answer is sent or the reader has gone (a request closes as soon as it was read). */
  res: ServerResponse;
  status: number;
  body: unknown;
  set(name: string, value: string): void;
  badRequest(message: string): void;
  notFound(message: string): void;
}

/** A whole number from the query within bounds, or undefined where it is none. */
export function wholeNumber(
  value: string | string[] | undefined,
  bounds: { fallback: number; max: number },
): number | undefined {
  if (value === undefined) return bounds.fallback;
  if (typeof value !== 'string' || !/^\d{1,10}$/.test(value)) return undefined;
  const number = Number(value);
  return number <= bounds.max ? number : undefined;
}
