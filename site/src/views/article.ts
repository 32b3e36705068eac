/** An article's page: everything that a reader finds on it. */
import type { Part } from '@xinglin/shared/body/contents.js';
import type { Article, Correction, Source } from '@xinglin/shared/content/article.js';
import { sortKeyOf } from '@xinglin/shared/edges.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { asideTitle, type RelatedTab, relatedTabs } from './article-related.ts';
import { type AttachmentView, attachmentsOf } from './attachments.ts';
import { bodyHtml, excerptOf } from './body.ts';
import { wayTo } from './channel-tree.ts';
import { contentsOf } from './contents.ts';
import { isoDate } from './dates.ts';
import { itemPages, type Kind } from './kind.ts';
import { type LeadPicture, leadPictureOf } from './lead-picture.ts';
import { coverOf } from './listing.ts';
import { type Crumb, type PageView, pageOf } from './page.ts';
import { publicationOf } from './publication.ts';

export interface SourceView {
  /** As it was named at first publication. */
  label: string;
  /** The department's or campus's page, or an outside organisation's site; absent where there is none. */
  url?: string;
  outside: boolean;
}

export interface ArticleView extends PageView {
  /** The name stays stable over publishes: what the view counter counts by. */
  id: string;
  title: string;
  subtitle?: string;
  series?: { name: string; path: string };
  sources: SourceView[];
  publishedOn: string;
  publishedTime?: string;
  /** For `<time datetime>`. */
  publishedIso: string;
  /** 事件日期: the day of what it tells of. */
  eventDate?: string;
  /** The day of the last 更正说明. */
  correctedOn?: string;
  /** 浏览次数 as the import brought it; absent shows as —. */
  views?: number;
  lead?: LeadPicture;
  editorNoteHtml?: string;
  /** 目录; empty where the body is short. */
  contents: Part[];
  bodyHtml: string;
  /** What was put right after publication, the newest last. */
  corrections: Correction[];
  attachments: AttachmentView[];
  byline?: string;
  credits: { role: string; names: string }[];
  aiAssisted: boolean;
  tags: Crumb[];
  related: RelatedTab[];
  /** 上一篇: the one published before it in its channel, as weeks and issues are counted in Chinese. */
  older?: Crumb;
  /** 下一篇 */
  newer?: Crumb;
}

export const article: Kind<ArticleView> = {
  ...itemPages('article'),
  view(snapshot, place) {
    const found = snapshot.bySlug('article', place.slug);
    return found && viewOf(snapshot, found);
  },
};

function viewOf(snapshot: Snapshot, found: Article): ArticleView {
  const series = found.series === undefined ? undefined : snapshot.get('series', found.series);
  const lead = leadPictureOf(snapshot, found);
  const body = bodyHtml(snapshot, found.body, { onTop: lead === undefined }) ?? '';
  const tags = found.tags.flatMap((id) => snapshot.get('tag', id) ?? []);
  return {
    ...pageOf(snapshot, {
      path: itemPath('article', found.slug),
      title: found.title,
      description: found.summary ?? excerptOf(found.body),
      picture: coverOf(snapshot, found),
      channel: found.channel,
      content: {
        ...publicationOf(found),
        modified: found.corrections.at(-1)?.on,
        source: found.sources.map(({ label }) => label).join('、'),
        author: found.writers,
        keywords: tags.length === 0 ? undefined : tags.map(({ name }) => name).join(','),
      },
      way: [...wayTo(snapshot, found.channel), { label: '正文' }],
    }),
    id: found.id,
    title: found.title,
    subtitle: found.subtitle,
    series: series && { name: series.name, path: itemPath('series', series.slug) },
    sources: found.sources.map((source) => sourceView(snapshot, source)),
    publishedOn: found.publishedOn,
    publishedTime: found.publishedTime,
    publishedIso: isoDate(found.publishedOn, found.publishedTime),
    eventDate: found.eventDate,
    correctedOn: found.corrections.at(-1)?.on,
    views: found.legacyViews,
    lead,
    editorNoteHtml: bodyHtml(snapshot, found.editorNote, { prefix: 'note' }),
    contents: contentsOf(body),
    bodyHtml: body,
    corrections: found.corrections,
    attachments: attachmentsOf(snapshot, found.attachments),
    byline: found.byline,
    credits: creditsOf(found),
    aiAssisted: found.aiAssisted,
    tags: tags.map(({ name, slug }) => ({ label: name, path: itemPath('tag', slug) })),
    related: relatedTabs(snapshot, found),
    ...neighbours(snapshot, found),
  };
}

function sourceView(snapshot: Snapshot, source: Source): SourceView {
  const { label } = source;
  if (source.kind === '外部单位') return { label, url: source.url, outside: true };
  const [type, id] =
    source.kind === '科室'
      ? (['department', source.department] as const)
      : (['campus', source.campus] as const);
  const unit = id === undefined ? undefined : snapshot.get(type, id);
  return { label, url: unit && itemPath(type, unit.slug), outside: false };
}

function creditsOf({ writers, photographers, editors }: Article): ArticleView['credits'] {
  return [
    { role: '撰文', names: writers },
    { role: '摄影', names: photographers },
    { role: '责任编辑', names: editors },
  ].flatMap(({ role, names }) => (names === undefined ? [] : [{ role, names }]));
}

/** The ones before and after in the main channel: a new article changes its one neighbour's page only. */
function neighbours(snapshot: Snapshot, found: Article): { older?: Crumb; newer?: Crumb } {
  const query = {
    owner: { type: 'channel', id: found.channel },
    type: 'article',
    rels: ['channel'],
  } as const;
  const here = { sort: sortKeyOf(found) ?? '', id: found.id };
  const [older] = snapshot.naming(query, { before: here, limit: 1 });
  const [newer] = snapshot.naming(query, { after: here, limit: 1 });
  const crumb = (one: Article) => ({ label: asideTitle(one), path: itemPath('article', one.slug) });
  return { older: older && crumb(older), newer: newer && crumb(newer) };
}
