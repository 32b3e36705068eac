/** Reading a populated Strapi row: the one place that knows how the database spells values. */

export type Row = Record<string, unknown>;

/** One line of text without white space around it; undefined where empty. */
export function line(row: Row, name: string): string | undefined {
  const value = row[name];
  if (typeof value !== 'string') return undefined;
  const text = withoutControls(value).trim();
  return text === '' ? undefined : text;
}

/** A text as it was written; undefined where nothing can be seen in it. */
export function text(row: Row, name: string): string | undefined {
  const value = row[name];
  return typeof value === 'string' && value.trim() !== '' ? withoutControls(value) : undefined;
}

/** Pasting brings characters along that nobody sees and no feed reader takes; only tabs and line ends are text. */
function withoutControls(value: string): string {
  return value.replaceAll(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : ''));
}

/** A number, also where the database hands it over as text (big integers, decimals on PostgreSQL). */
export function number(row: Row, name: string): number | undefined {
  const value = row[name];
  if (value === null || value === undefined || value === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

export function flag(row: Row, name: string): boolean {
  return row[name] === true;
}

/** A calendar day, `2026-11-23`. */
export function day(row: Row, name: string): string | undefined {
  return line(row, name)?.slice(0, 10);
}

/** A minute of a day, `14:02`, whatever precision is stored. */
export function minute(row: Row, name: string): string | undefined {
  return line(row, name)?.slice(0, 5);
}

/** A point in time. */
export function instant(row: Row, name: string): Date | undefined {
  const value = row[name];
  if (value === null || value === undefined || value === '') return undefined;
  const date = new Date(value as string | number | Date);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Names in one field, separated by 、 (a comma of any kind is forgiven). */
export function names(row: Row, name: string): string[] {
  const parts = (line(row, name) ?? '').split(/[、，,;；\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** A component, or undefined. */
export function part(row: Row, name: string): Row | undefined {
  const value = row[name];
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Row) : undefined;
}

/** Repeatable components or related rows, in the office's order. */
export function parts(row: Row, name: string): Row[] {
  const value = row[name];
  return Array.isArray(value) ? (value as Row[]) : [];
}

/** The document a relation names. */
export function ref(row: Row, name: string): string | undefined {
  const target = row[name];
  const first = Array.isArray(target) ? target[0] : target;
  const id = (first as Row | null | undefined)?.['documentId'];
  return typeof id === 'string' ? id : undefined;
}

/** The documents a relation names, each once (a draft and its published row are one document). */
export function refs(row: Row, name: string): string[] {
  const ids = parts(row, name).map((target) => target['documentId']);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/** Files offered for download; an entry whose file was deleted is left out. */
export function attachments(row: Row): { media: string; name: string }[] {
  return parts(row, 'attachments').flatMap((entry) => {
    const media = ref(entry, 'file');
    return media === undefined ? [] : [{ media, name: line(entry, 'name') ?? '附件' }];
  });
}
