import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** SHA-256, lower-case hex, of an item's canonical form: what an approval is bound to. */
export type FormDigest = Branded<'FormDigest'>;
/** SHA-256, lower-case hex, of a view model's canonical form: unchanged means that the page is unchanged. */
export type ViewDigest = Branded<'ViewDigest'>;
/** SHA-256, lower-case hex, of stored bytes: the name of an object. */
export type ObjectDigest = Branded<'ObjectDigest'>;

/** SHA-256 of text (as UTF-8) or bytes, lower-case hex. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The digest of an item in its presented form. */
export function formDigest(form: unknown): FormDigest {
  return sha256(canonicalJson(form)) as FormDigest;
}

/** The digest of all that a page shows. */
export function viewDigest(view: unknown): ViewDigest {
  return sha256(canonicalJson(view)) as ViewDigest;
}

/** The digest that names stored bytes. */
export function objectDigest(bytes: Uint8Array): ObjectDigest {
  return sha256(bytes) as ObjectDigest;
}
