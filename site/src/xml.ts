/** The XML that machines read: how it is spelled and answered. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot carry at all, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Half a character: UTF-8 has no bytes for it. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>';

/** A text as it stands between tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .replace(unspeakable, '')
    .replace(halves, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** An element with a text; nothing where there is none. */
export function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
}

/** The answer of an XML endpoint. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
