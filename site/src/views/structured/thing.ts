/** schema.org data of a page (JSON-LD 1.1): one graph a page, as text that is safe inside a `<script>`. */
import type { Chrome } from '../chrome.ts';

/** A node of the graph. `vocabulary.test.ts` holds every kind of node to the vocabulary's own types. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: Value;
}

export type Value = string | number | undefined | { readonly '@id': string } | Thing | readonly Value[];

/**
 * The graph as JSON that no HTML parser can take for markup: `<` begins neither `</script` nor `<!--`, and the
 * line separators, which older JavaScript engines read as line ends, are spelled out.
 */
export function jsonLd(things: readonly Thing[]): string {
  const graph = JSON.stringify({ '@context': 'https://schema.org', '@graph': things });
  return graph.replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The hospital as other pages name it; home says more under the same `@id`. */
export function hospitalOf({ url, organisation }: Chrome): Thing {
  return { '@type': 'Hospital', '@id': `${url}/#hospital`, name: organisation, url: `${url}/` };
}

/** A path of this site as the address that the public knows. */
export function addressOf({ url }: Chrome, path: string): string {
  return `${url}${path}`;
}
