import { nextBoundary } from '../calendar.ts';
import { body } from './body.ts';
import {
  attachments,
  day,
  flag,
  instant,
  line,
  minute,
  number,
  parts,
  type Row,
  ref,
  refs,
  text,
} from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 新闻 */
export const article: Presenter = {
  type: 'article',
  uid: 'api::article.article',
  drafted: true,
  texts: ['editorNote', 'body'],
  populate: {
    channel: identity,
    alsoIn: identity,
    series: identity,
    tags: identity,
    cover: identity,
    sources: { populate: { department: identity, campus: identity } },
    attachments: { populate: { file: identity } },
    corrections: true,
    relatedDepartments: identity,
    relatedDoctors: identity,
    relatedArticles: identity,
    relatedConsultations: identity,
    relatedVideos: identity,
    relatedDiseases: identity,
  },
  present(row, context) {
    const pinnedUntil = instant(row, 'pinnedUntil');
    const channel = ref(row, 'channel');
    return {
      boundary: nextBoundary(context.now, [pinnedUntil]),
      form: {
        type: 'article',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        shortTitle: line(row, 'shortTitle'),
        series: ref(row, 'series'),
        subtitle: line(row, 'subtitle'),
        editorNote: body(row, 'editorNote', context),
        body: body(row, 'body', context),
        summary: text(row, 'summary'),
        cover: ref(row, 'cover'),
        publishedOn: day(row, 'publishedOn'),
        publishedTime: minute(row, 'publishedTime'),
        eventDate: day(row, 'eventDate'),
        writers: line(row, 'writers'),
        photographers: line(row, 'photographers'),
        editors: line(row, 'editors'),
        byline: line(row, 'byline'),
        legacyViews: number(row, 'legacyViews'),
        pinned: pinnedUntil !== undefined && pinnedUntil > context.now,
        aiAssisted: flag(row, 'aiAssisted'),
        attachments: attachments(row),
        corrections: parts(row, 'corrections')
          .map((entry) => ({ on: day(entry, 'on'), text: text(entry, 'text') }))
          .sort((one, other) => compareDays(one.on, other.on)),
        channel,
        alsoIn: refs(row, 'alsoIn').filter((id) => id !== channel),
        sources: parts(row, 'sources').map(source),
        tags: refs(row, 'tags'),
        related: {
          departments: refs(row, 'relatedDepartments'),
          doctors: refs(row, 'relatedDoctors'),
          articles: refs(row, 'relatedArticles').filter((id) => id !== row['documentId']),
          consultations: refs(row, 'relatedConsultations'),
          videos: refs(row, 'relatedVideos'),
          diseases: refs(row, 'relatedDiseases'),
        },
      },
    };
  },
};

/** Several of one day stay in the office's order. A row without a day is refused later, by name. */
function compareDays(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Each kind keeps only what belongs to it: the office may have changed the kind and left the rest filled. */
function source(row: Row): Record<string, unknown> {
  const kind = line(row, 'kind');
  const label = line(row, 'label');
  if (kind === '科室') return { kind, label, department: ref(row, 'department') };
  if (kind === '院区') return { kind, label, campus: ref(row, 'campus') };
  return { kind, label, url: line(row, 'url') };
}
