/**
 * What a reader remembers of each page: under which addresses it stood, one after the other, and what the office
 * said when it took it down. Learned from Strapi's own tables by looking after every act, and held against what
 * is presented: the publication itself is not asked.
 */
import { type ItemType, itemTypes } from '@xinglin/shared/content/item.js';
import { isPaged, itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { TestStrapi } from './cms.ts';
import { publicRows } from './oracle.ts';

/** What the office said: a redirect names the document that it leads to. */
export type Said =
  | { reason: 'gone' }
  | { reason: 'withdrawn'; explanation: string }
  | { reason: 'redirect'; to: string };

interface Remembered {
  isLive: boolean;
  /** The address it has or had at the end, then those before. */
  slugs: string[];
  said: Said;
}

interface Tombstone {
  reason?: string;
  slug?: string;
  formerSlugs?: string[];
  explanation?: string;
  redirectTo?: string;
}

const pagedTypes = itemTypes.filter((type) => isPaged({ type } as never));

export class Memory {
  /** `article/abc` → what is remembered of it. */
  readonly #pages = new Map<string, Remembered>();

  /** Begins with what is presented now: for a history that goes on where another was spoilt on purpose. */
  static async adopt(strapi: TestStrapi): Promise<Memory> {
    const memory = new Memory();
    const { connection } = strapi['db'];
    const redirects: Record<string, string>[] = await connection('xinglin_redirect').select();
    const leads = new Map(
      redirects.map((row) => [`${row['type']}/${row['document_id']}`, `${row['to_type']}/${row['to_id']}`]),
    );
    const rows: Record<string, string>[] = await connection('xinglin_presented')
      .whereNotNull('slug')
      .select('type', 'document_id', 'state', 'form');
    for (const { type, document_id, state, form } of rows) {
      const key = `${type}/${document_id}`;
      const { slug, formerSlugs = [], reason, explanation = '' } = JSON.parse(String(form)) as Tombstone;
      const redirect = { reason: 'redirect', to: String(leads.get(key)) } as const;
      const said: Said =
        reason === 'withdrawn'
          ? { reason, explanation }
          : reason === 'redirect'
            ? redirect
            : { reason: 'gone' };
      memory.#pages.set(key, { isLive: state === 'live', slugs: [String(slug), ...formerSlugs], said });
    }
    return memory;
  }

  /** The office takes a page down, or says anew why it is down. */
  say(type: ItemType, id: string, said: Said): void {
    const page = this.#pages.get(`${type}/${id}`);
    if (page !== undefined) Object.assign(page, { isLive: false, said });
  }

  /** Every page that was ever live, and whether it is now. */
  pages(type: ItemType): { id: string; isLive: boolean; slug: string }[] {
    return [...this.#pages].flatMap(([key, { isLive, slugs }]) =>
      key.startsWith(`${type}/`) ? [{ id: key.slice(type.length + 1), isLive, slug: String(slugs[0]) }] : [],
    );
  }

  /** Looks at what is public now. */
  async look(strapi: TestStrapi): Promise<void> {
    const seen = new Set<string>();
    for (const type of pagedTypes) {
      for (const { document_id, slug } of await publicRows(strapi, type)) {
        const key = `${type}/${document_id}`;
        seen.add(key);
        const slugs = this.#pages.get(key)?.slugs ?? [];
        const moved = [String(slug), ...slugs.filter((other) => other !== slug)];
        this.#pages.set(key, { isLive: true, slugs: moved, said: { reason: 'gone' } });
      }
    }
    for (const [key, page] of this.#pages) if (!seen.has(key)) page.isLive = false;
  }

  /** @returns every difference between what is presented and what is remembered, in words. */
  async contradictions(strapi: TestStrapi): Promise<string[]> {
    const rows: Record<string, string>[] = await strapi['db'].connection('xinglin_presented').select();
    const forms = new Map(rows.map((row) => [`${row['type']}/${row['document_id']}`, row]));
    return [...this.#pages].flatMap(([key, page]) => {
      const row = forms.get(key);
      const form = JSON.parse(row?.['form'] ?? '{}') as Tombstone;
      const shown = { ...form, isLive: row?.['state'] === 'live' };
      const expected = { isLive: page.isLive, ...this.#expected(key, page) };
      return Object.entries(expected)
        .filter(([name, value]) => JSON.stringify(shown[name as keyof Tombstone]) !== JSON.stringify(value))
        .map(
          ([name, value]) =>
            `${key}.${name} is ${JSON.stringify(shown[name as keyof Tombstone])}, remembered as ${JSON.stringify(value)}`,
        );
    });
  }

  #expected(key: string, { isLive, slugs, said }: Remembered): object {
    const [slug, ...former] = slugs;
    const addresses = { slug, formerSlugs: former.length === 0 ? undefined : former };
    if (isLive) return addresses;
    return {
      ...addresses,
      reason: said.reason,
      explanation: said.reason === 'withdrawn' ? said.explanation : undefined,
      redirectTo: said.reason === 'redirect' ? this.#pathOf(said.to, new Set([key])) : undefined,
    };
  }

  /** Where readers end who are sent to a page: there, or where it sends them on. */
  #pathOf(key: string, passed: Set<string>): string {
    const page = this.#pages.get(key);
    if (page === undefined || passed.has(key))
      throw new Error(`a redirect leads nowhere: ${[...passed, key]}`);
    const { isLive, said, slugs } = page;
    if (!isLive && said.reason === 'redirect') return this.#pathOf(said.to, passed.add(key));
    return itemPath(key.split('/')[0] as PagedType, String(slugs[0]));
  }
}
