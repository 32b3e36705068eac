/**
 * A refused save must not cost the editor what was typed. Strapi writes the form's values into its cache
 * before the server has answered and takes them out again where it refuses, and the form, which follows the
 * cache, is emptied with it. Without that haste nothing is lost: after an accepted save the document is read
 * anew in any case, and after a refused one the cache has not changed.
 */
interface Patch {
  type?: unknown;
  payload?: { queryCacheKey?: string };
}

/** Whether an action writes unconfirmed values, or takes them back, in the cache of an opened document. */
export function isHastyPatch(action: unknown): boolean {
  const { type, payload } = action as Patch;
  return (
    typeof type === 'string' &&
    type.endsWith('/queries/queryResultPatched') &&
    payload?.queryCacheKey?.startsWith('getDocument(') === true
  );
}

/** A Redux middleware factory, as Strapi's `addMiddlewares` wants it. */
export const keepTyped = () => () => (next: (action: unknown) => unknown) => (action: unknown) =>
  isHastyPatch(action) ? action : next(action);
