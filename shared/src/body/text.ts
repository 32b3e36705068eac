/** Rendered bodies as their words alone. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text of sanitised HTML, where every tag is whole and every `<` of the text is an entity. */
export function stripTags(html: string): string {
  return html
    .replace(/<\/(?:p|li|h\d|tr|blockquote|pre|dt|dd|caption|div)>|<br ?\/?>|<hr ?\/?>/g, '\n')
    .replace(/<\/t[dh]>\s*/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
