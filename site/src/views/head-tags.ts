/**
 * The `<meta>` elements by which machines read a page: the tags of the 政府网站发展指引 (国办发〔2017〕47 号, which
 * hospitals follow by choice or local order), and Open Graph (ogp.me). HTML compares names without regard to case
 * and allows one description a page: the guide's Description, Keywords and Author are HTML's own.
 */
import type { Head, PageView, SharedPicture } from './page.ts';
import { pubDate } from './publication.ts';

/** Name or property, and content. */
export type Tag = readonly [key: string, content: string];

/** `<meta name content>`. `fallback` is the picture of pages that have none. */
export function namedTags({ chrome, head }: PageView, fallback: SharedPicture): Tag[] {
  const { column } = head;
  return [
    ['Description', head.description],
    ['SiteName', chrome.name],
    ['SiteDomain', new URL(chrome.url).host],
    ['SiteIDCode', chrome.governmentCode ?? ''],
    ...(column === undefined
      ? []
      : ([
          ['ColumnName', column.name],
          ['ColumnDescription', column.description],
          ['ColumnKeywords', column.keywords],
          ['ColumnType', column.type],
        ] as const)),
    ...contentTags(head, chrome.organisation, head.picture ?? fallback),
  ];
}

function contentTags(head: Head, organisation: string, picture: SharedPicture): Tag[] {
  const { content, title = '', canonical = '', column } = head;
  if (content === undefined) return [];
  const source = content.source ?? organisation;
  return [
    ['ArticleTitle', title],
    ['PubDate', pubDate(content)],
    ['ContentSource', source],
    ['Keywords', content.keywords ?? column?.keywords ?? ''],
    ['Author', content.author ?? source],
    ['Image', picture.url],
    ['Url', canonical],
  ];
}

/** `<meta property content>`. */
export function propertyTags({ chrome, head }: PageView, fallback: SharedPicture): Tag[] {
  const { title = chrome.name, description, canonical, content, picture = fallback } = head;
  return [
    ['og:site_name', chrome.name],
    ['og:locale', 'zh_CN'],
    ['og:type', content === undefined ? 'website' : 'article'],
    ['og:title', title],
    ['og:description', description],
    ...(canonical === undefined ? [] : ([['og:url', canonical]] as const)),
    ['og:image', picture.url],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', picture.alt ?? title],
    ...(content?.published === undefined ? [] : ([['article:published_time', content.published]] as const)),
    ...(content?.modified === undefined ? [] : ([['article:modified_time', content.modified]] as const)),
  ];
}
