/** What a page of the old site holds, and where each of its characters went. */

/** A paragraph of the body, or a place where a picture stood. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'picture'; name: string };

export interface ImportedPage {
  /** All of it, from 首页 to 正文. */
  breadcrumb: string[];
  /** The channels on the way, the entrance first: 公众入口, 医院新闻, 新闻动态. */
  channelPath: string[];
  /** 系列, without its brackets. */
  series?: string;
  title: string;
  subtitle?: string;
  /** Names of units as the page spells them. */
  sources: string[];
  /** `2024-03-26` */
  publishedOn: string;
  /** `14:02`, where the page names it. */
  publishedTime?: string;
  /** Absent where the page leaves it empty. */
  views?: number;
  writers?: string;
  photographers?: string;
  editors?: string;
  editorNote?: string;
  blocks: Block[];
  /** The closing credit, without its brackets. */
  byline?: string;
  tags: string[];
  /** Names of the related tabs; what they list is not part of a saved page. */
  relatedTabs: string[];
}

/**
 * `field`: taken into the draft. `label`: a fixed word of the old site's page, which the new site draws itself.
 * `layout`: white space, indents, line ends. `outside`: before or after the article, not taken.
 */
export type SpanKind = 'field' | 'label' | 'layout' | 'outside';

/** A stretch of the source and where it went. Offsets are UTF-16 units, `end` excluded. */
export interface Span {
  start: number;
  end: number;
  kind: SpanKind;
  /** Chinese, for the report: 标题, 正文第 3 段, 面包屑 … */
  to: string;
}

export interface ParsedPage {
  page: ImportedPage;
  /** Without gaps and overlaps, over the whole source. */
  spans: Span[];
}
