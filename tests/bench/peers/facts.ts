/** What a page shows beside its text, as lists of words and links that any site generator can print. */

export interface Entry {
  path: string;
  title: string;
  /** What stands before and after it: a series, a date, a doctor's title. */
  label?: string;
  date?: string;
  summary?: string;
}

export interface Group {
  heading: string;
  entries: Entry[];
}

export interface Facts {
  facts: { label: string; value: string; path?: string }[];
  groups: Group[];
}

/** Parts of a view that are not its own facts, or are handed over apart. */
const apart = new Set(['chrome', 'head', 'crumbs', 'id', 'title', 'name']);

/** The words and links of any view model, in its own order; HTML, which is made of Markdown, is left out. */
export function factsOf(view: object): Facts {
  const found: Facts = { facts: [], groups: [] };
  for (const [name, value] of Object.entries(view)) {
    if (!apart.has(name) && !name.endsWith('Html')) take(found, name, value);
  }
  return found;
}

function take(found: Facts, name: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number')
    found.facts.push({ label: name, value: String(value) });
  else if (Array.isArray(value)) takeList(found, name, value);
  else if (isObject(value)) {
    const entry = entryOf(value);
    if (entry !== undefined) found.groups.push({ heading: name, entries: [entry] });
    for (const [inner, part] of Object.entries(value)) {
      if (typeof part === 'object') take(found, inner, part);
    }
  }
}

function takeList(found: Facts, name: string, values: readonly unknown[]): void {
  const entries = values.flatMap((value) => (isObject(value) && entryOf(value)) || []);
  if (entries.length > 0) found.groups.push({ heading: name, entries });
  for (const value of values) {
    if (!isObject(value)) continue;
    const heading = typeof value['label'] === 'string' ? value['label'] : name;
    for (const part of Object.values(value)) if (Array.isArray(part)) takeList(found, heading, part);
  }
}

function entryOf(value: Record<string, unknown>): Entry | undefined {
  const { path, url, title, name, label, note, date, summary, specialties } = value;
  const target = path ?? url;
  const words = name ?? title ?? label;
  if (typeof target !== 'string' || typeof words !== 'string') return undefined;
  const before = [label, note, name === undefined ? undefined : title].find(
    (one) => typeof one === 'string' && one !== words,
  );
  const more = [summary, specialties].find((one) => typeof one === 'string');
  return {
    path: target,
    title: words,
    ...(typeof before === 'string' && { label: before }),
    ...(typeof date === 'string' && { date }),
    ...(typeof more === 'string' && { summary: more }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
