/** News and notices. */
import type { ArticleView } from '../article.ts';
import type { NoticeView } from '../notice.ts';
import type { PageView } from '../page.ts';
import { addressOf, hospitalOf, type Thing, type Value } from './thing.ts';

/** An article; what it tells of is an event where the office gave its day. */
export function newsArticle(view: ArticleView): Thing[] {
  const { title, subtitle, eventDate, sources, credits, chrome } = view;
  const writers = credits.find(({ role }) => role === '撰文')?.names.split('、') ?? [];
  const people = writers.map((name): Thing => ({ '@type': 'Person', name: name.trim() }));
  const units = sources.map(
    ({ label, url }): Thing => ({
      '@type': 'Organization',
      name: label,
      ...(url !== undefined && { url: url.startsWith('/') ? addressOf(chrome, url) : url }),
    }),
  );
  return [
    {
      ...written('NewsArticle', view),
      ...(subtitle !== undefined && { alternativeHeadline: subtitle }),
      author: people.length > 0 ? people : units,
      ...(eventDate !== undefined && {
        about: {
          '@type': 'Event',
          name: title,
          startDate: eventDate,
          organizer: { '@id': `${chrome.url}/#hospital` },
        },
      }),
    },
  ];
}

/** A notice, and until when it holds. */
export function noticeArticle(view: NoticeView): Thing[] {
  const { deadline, department, chrome } = view;
  return [
    {
      ...written('Article', view),
      ...(deadline !== undefined && { expires: deadline.iso }),
      author:
        department === undefined
          ? { '@id': `${chrome.url}/#hospital` }
          : { '@type': 'MedicalClinic', name: department.label, url: addressOf(chrome, department.path) },
    },
  ];
}

function written(type: string, { chrome, head }: PageView): Thing {
  const { title, description, canonical, picture, content } = head;
  const properties: Record<string, Value> = {
    headline: title,
    description,
    mainEntityOfPage: canonical,
    inLanguage: 'zh-CN',
    image: picture?.url,
    datePublished: content?.published,
    dateModified: content?.modified ?? content?.published,
    publisher: hospitalOf(chrome),
  };
  return { '@type': type, ...properties };
}
