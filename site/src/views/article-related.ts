/**
 * The six related tabs of an article: what the office picked by hand first, then what follows from the
 * article's own facts, each with the reason kept. Derived articles, consultations and videos are older ones
 * only: what is published later never touches this page (law 3).
 */
import type { Article } from '@xinglin/shared/content/article.js';
import type { Department } from '@xinglin/shared/content/department.js';
import type { ItemOf, ItemType } from '@xinglin/shared/content/item.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { ListQuery, Snapshot } from '@xinglin/shared/snapshot.js';
import { inOrder } from './channel-tree.ts';
import { onceAVersion } from './once.ts';

/** How many entries derived ones fill a tab up to; hand-picked ones are all shown. */
export const enough = 6;

export interface RelatedEntry {
  path: string;
  title: string;
  /** A doctor's title, an article's date. */
  note?: string;
  /** Why it stands here. */
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
  const sources = sourceDepartments(snapshot, article);
  const units = pick(snapshot, 'department', related.departments).map(({ item }) => item);
  const around = [...new Map([...units, ...sources].map((unit) => [unit.id, unit])).values()];
  const older = { sort: sortKeyOf(article) ?? '', id: article.id };
  const naming = <Type extends ItemType>(owner: ListQuery['owner'], type: Type, reason: string) =>
    snapshot.naming({ owner, type }, { before: older, limit: enough }).map((item) => ({ item, reason }));

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
    gather('departments', '相关科室', 'department', () =>
      sources.map((item) => ({ item, reason: '来源科室' })),
    ),
    gather('doctors', '相关医生', 'doctor', () => around.flatMap((unit) => doctorsOf(snapshot, unit))),
    gather('articles', '相关文章', 'article', () => olderArticles(snapshot, article, older)),
    gather('consultations', '相关咨询', 'consultation', () =>
      around.flatMap((unit) => naming(unit, 'consultation', `${unit.name}的咨询`)),
    ),
    gather('videos', '相关视频', 'video', () =>
      around.flatMap((unit) => naming(unit, 'video', `${unit.name}的视频`)),
    ),
    gather('diseases', '相关疾病', 'disease', () =>
      around.flatMap((unit) =>
        pick(snapshot, 'disease', unit.diseases).map(({ item }) => ({ item, reason: `${unit.name}诊治` })),
      ),
    ),
  ].filter((tab) => tab.entries.length > 0);
}

function pick<Type extends ItemType>(snapshot: Snapshot, type: Type, ids: readonly string[]): Found<Type>[] {
  return ids.flatMap((id) => {
    const item = snapshot.get(type, id);
    return item === undefined ? [] : [{ item, reason: '编辑选择' }];
  });
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

function sourceDepartments(snapshot: Snapshot, article: Article): Department[] {
  return article.sources.flatMap((source) => {
    const id = source.kind === '科室' ? source.department : undefined;
    const unit = id === undefined ? undefined : snapshot.get('department', id);
    return unit === undefined ? [] : [unit];
  });
}

/** What follows from a department alone, by its id: every article of it asks for the same. */
const knownDoctors = onceAVersion(() => new Map<string, Found<'doctor'>[]>());

/** The first doctors of a department that sees patients. */
function doctorsOf(snapshot: Snapshot, unit: Department): Found<'doctor'>[] {
  const known = knownDoctors(snapshot);
  const found = known.get(unit.id) ?? firstDoctors(snapshot, unit);
  known.set(unit.id, found);
  return found;
}

function firstDoctors(snapshot: Snapshot, unit: Department): Found<'doctor'>[] {
  if (unit.category === '职能') return [];
  const doctors = snapshot.naming({ owner: unit, type: 'doctor', rels: ['departments'] });
  return inOrder(doctors.filter(({ status }) => status === '在职'))
    .slice(0, enough)
    .map((item) => ({ item, reason: `${unit.name}医生` }));
}

/** Older neighbours, the closest kinship first: same series, same people, same tag, same channel. */
function* olderArticles(
  snapshot: Snapshot,
  article: Article,
  before: { sort: string; id: string },
): Generator<Found<'article'>> {
  const near = (owner: ListQuery['owner'], rels: string[], reason: string) =>
    snapshot
      .naming({ owner, type: 'article', rels }, { before, limit: enough })
      .map((item) => ({ item, reason }));
  if (article.series !== undefined)
    yield* near({ type: 'series', id: article.series }, ['series'], '同一系列');
  for (const id of article.related.doctors) yield* near({ type: 'doctor', id }, ['related'], '同一医生');
  for (const id of article.tags) {
    const tag = snapshot.get('tag', id);
    if (tag !== undefined) yield* near(tag, ['tags'], `同一标签：${tag.name}`);
  }
  yield* near({ type: 'channel', id: article.channel }, ['channel'], '同一栏目');
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
  const named = item as { slug: string; title?: string; name?: string };
  return {
    path: itemPath(type, named.slug),
    title: type === 'doctor' ? (named.name ?? '') : (named.title ?? named.name ?? ''),
    ...(note !== undefined && { note }),
    reason,
  };
}
