/**
 * Canonical JSON: one value, one spelling. Object keys stand in code-unit order (never locale order),
 * absent and `undefined` members are the same, and nothing is indented. Free of Node built-ins, so that
 * browsers and the admin may import it.
 */

import { frozen } from './frozen.ts';

/** What canonical JSON can carry. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * Spells a value canonically.
 * @throws TypeError on a number that JSON cannot carry (NaN, Infinity) or a value of another kind.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot carry the number ${value}`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(',')}]`;
      return canonicalObject(value);
    default:
      throw new TypeError(`canonical JSON cannot carry a ${typeof value}`);
  }
}

/** What `spelledOnce` was given, with its spelling. */
const spelled = new WeakMap<object, string>();

/** The value, frozen and spelled for good: for what stands in very many views, as the frame of every page does. */
export function spelledOnce<Value extends object>(value: Value): Value {
  spelled.set(frozen(value), canonicalJson(value));
  return value;
}

function canonicalObject(value: object): string {
  const known = spelled.get(value);
  if (known !== undefined) return known;
  let text = '';
  // Without a comparison of ours, sort() compares code units.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Code-unit order: the only order that no locale, no version of ICU and no database collation changes. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
