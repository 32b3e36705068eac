/**
 * The six related tabs of an article: what the office picked by hand first, then what follows from the
 * article's own facts, each with the reason kept. Derived articles, consultations and videos are older ones
 * only: what is published later never touches this page (law 3).
 */
import type { Article } from '@xinglin/shared/content/article.js';
import type { Department } from '@xinglin/shared/content/department.js';
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import type { ItemOf, ItemType } from '@xinglin/shared/content/item.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { Position, Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { enough, kinships, unitsOf } from './kinship.ts';
import { onceAVersion } from './once.ts';

export interface RelatedEntry {
  path: string;
  title: string;
  /** A doctor's title, an article's date. */
  note?: string;
  /** Why it stands here, in a word for readers. */
  reason: string;
}

export interface RelatedTab {
  key: 'departments' | 'doctors' | 'articles' | 'consultations' | 'videos' | 'diseases';
  label: string;
  entries: RelatedEntry[];
}

type Found<Type extends ItemType> = { item: ItemOf<Type>; reason: string };
type Derive<Type extends ItemType> = () => Iterable<Found<Type>>;

/** The tabs that hold something, in their fixed order. */
export function relatedTabs(snapshot: Snapshot, article: Article): RelatedTab[] {
  const { related } = article;
  const before = { sort: sortKeyOf(article) ?? '', id: article.id };
  const units = unitsOf(article).flatMap((id) => snapshot.get('department', id) ?? []);
  const doctors = related.doctors.flatMap((id) => snapshot.get('doctor', id) ?? []);

  /** Older ones that name the same people, then those of the same departments. */
  function* near<Type extends ItemType>(type: Type): Generator<Found<Type>> {
    for (const owners of [doctors, units]) {
      for (const owner of owners) {
        const found = snapshot.naming({ owner, type }, { before, limit: enough });
        yield* because(found, owner.type === 'doctor' ? '同医生' : '同科室');
      }
    }
  }

  const gather = <Type extends PagedType & keyof typeof notes>(
    key: RelatedTab['key'],
    label: string,
    type: Type,
    derive: Derive<Type>,
  ): RelatedTab => ({
    key,
    label,
    entries: fill(pick(snapshot, type, related[key]), derive, (item) => item.id === article.id).map(
      ({ item, reason }) => entry(type, item, reason),
    ),
  });

  return [
    gather('departments', '相关科室', 'department', () => because(units, '来源科室')),
    gather('doctors', '相关医生', 'doctor', () =>
      units.flatMap((unit) => because(doctorsOf(snapshot, unit), '同科室')),
    ),
    gather('articles', '相关文章', 'article', () => kin(snapshot, article, before)),
    gather('consultations', '相关咨询', 'consultation', () => near('consultation')),
    gather('videos', '相关视频', 'video', () => near('video')),
    gather('diseases', '相关疾病', 'disease', () =>
      units.flatMap((unit) =>
        because(
          unit.diseases.flatMap((id) => snapshot.get('disease', id) ?? []),
          '科室诊治',
        ),
      ),
    ),
  ].filter((tab) => tab.entries.length > 0);
}

function because<Type extends ItemType>(items: readonly ItemOf<Type>[], reason: string): Found<Type>[] {
  return items.map((item) => ({ item, reason }));
}

function pick<Type extends ItemType>(snapshot: Snapshot, type: Type, ids: readonly string[]): Found<Type>[] {
  return because(
    ids.flatMap((id) => snapshot.get(type, id) ?? []),
    '编辑推荐',
  );
}

/** All hand-picked ones, then derived ones until there are enough; each once. */
function fill<Type extends ItemType>(
  picked: Found<Type>[],
  derive: Derive<Type>,
  isSelf: (item: ItemOf<Type>) => boolean,
): Found<Type>[] {
  const found = new Map(picked.map((one) => [one.item.id, one]));
  if (found.size < enough) {
    for (const one of derive()) {
      if (found.size >= enough) break;
      if (!found.has(one.item.id) && !isSelf(one.item)) found.set(one.item.id, one);
    }
  }
  return [...found.values()];
}

/** What follows from a department alone, by its id: every article of it asks for the same. */
const knownDoctors = onceAVersion(() => new Map<string, Doctor[]>());

/** The first doctors of a department that sees patients. */
function doctorsOf(snapshot: Snapshot, unit: Department): Doctor[] {
  const known = knownDoctors(snapshot);
  const found = known.get(unit.id) ?? firstDoctors(snapshot, unit);
  known.set(unit.id, found);
  return found;
}

function firstDoctors(snapshot: Snapshot, unit: Department): Doctor[] {
  if (unit.category === '职能') return [];
  const doctors = snapshot.naming({ owner: unit, type: 'doctor', rels: ['departments'] });
  return inOrder(doctors.filter(({ status }) => status === '在职')).slice(0, enough);
}

/** The nearest older articles of each list that this one stands in. A list that is not shown makes no kin. */
function* kin(snapshot: Snapshot, article: Article, before: Position): Generator<Found<'article'>> {
  for (const { type, rels, of, reason, most } of kinships) {
    for (const id of of(article)) {
      if (snapshot.get(type, id) === undefined) continue;
      const found = snapshot.naming({ owner: { type, id }, type: 'article', rels }, { before, limit: most });
      yield* because(found, reason);
    }
  }
}

const notes = {
  article: (item: ItemOf<'article'>) => item.publishedOn,
  consultation: (item: ItemOf<'consultation'>) => item.answeredOn,
  department: () => undefined,
  disease: () => undefined,
  doctor: (item: ItemOf<'doctor'>) => item.title as string,
  video: (item: ItemOf<'video'>) => item.publishedOn,
};

function entry<Type extends PagedType & keyof typeof notes>(
  type: Type,
  item: ItemOf<Type>,
  reason: string,
): RelatedEntry {
  const note = (notes[type] as (item: ItemOf<Type>) => string | undefined)(item);
  const named = item as { slug: string; shortTitle?: string; title?: string; name?: string };
  return {
    path: itemPath(type, named.slug),
    title: type === 'doctor' ? (named.name ?? '') : asideTitle(named),
    ...(note !== undefined && { note }),
    reason,
  };
}

/** What an item is called where it stands beside another's text and room is short. */
export function asideTitle(item: { shortTitle?: string; title?: string; name?: string }): string {
  return item.shortTitle ?? item.title ?? item.name ?? '';
}
