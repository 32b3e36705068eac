/** What an office does, and how a reader would see it. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { itemPath } from '@xinglin/shared/paths.js';
import { articleAt } from '../../rigs/corpus-article.ts';
import { departments, settings } from '../../rigs/corpus-places.ts';
import type { Ledger } from '../../rigs/ledger.ts';

export interface Act {
  name: string;
  /** Writes the act into the feed's ledger. */
  write(ledger: Ledger): void;
  /** The address that must change, and whether what it answers is the change. */
  path: string;
  shows(answer: { status: number; text: string }): boolean;
  /** Set where all pages change. */
  everyPage?: true;
}

/** Every act once, in its `run`-th form, on a corpus of so many articles. */
export function actsOf(articles: number, run: number): Act[] {
  const at = (share: number): ItemOf<'article'> => articleAt(Math.floor(articles * share) + run, articles, 0);
  const fresh = { ...at(0.5), id: `fresh${run}`, slug: `xin-gao-${run}`, title: `新稿之${run}` };
  const edited = { ...at(0.6), title: `改过的标题之${run}` };
  const retracted = at(0.3);
  const department = { ...(departments[0] as ItemOf<'department'>), name: `心脏中心之${run}` };
  const first = settings.navigation[1];
  const site = {
    ...settings,
    navigation: settings.navigation.map((entry) =>
      entry === first ? { ...entry, label: `医院概况之${run}` } : entry,
    ),
  };
  const shown = (words: string) => (answer: { status: number; text: string }) =>
    answer.status === 200 && answer.text.includes(words);
  return [
    {
      name: 'new article',
      write: (ledger) => void ledger.put({ ...fresh, publishedOn: '2026-11-01' }),
      path: itemPath('article', fresh.slug),
      shows: shown(fresh.title),
    },
    {
      name: 'edited title',
      write: (ledger) => void ledger.put(edited),
      path: itemPath('article', edited.slug),
      shows: shown(edited.title),
    },
    {
      name: 'retraction',
      write: (ledger) =>
        void ledger.put(retracted).remove('article', retracted.id, { title: retracted.title }),
      path: itemPath('article', retracted.slug),
      shows: ({ status }) => status === 410,
    },
    {
      name: 'renamed department, 300 articles',
      write: (ledger) => void ledger.put(department),
      path: itemPath('department', department.slug),
      shows: shown(department.name),
    },
    {
      name: 'changed navigation entry',
      everyPage: true,
      write: (ledger) => void ledger.put(site),
      path: '/',
      shows: shown(`医院概况之${run}`),
    },
  ];
}
