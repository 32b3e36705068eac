/** A head with everything that the head linter asks for, and nothing else. */

export interface PlainHead {
  /** The site's origin, without a slash at its end. */
  url: string;
  path: string;
  title: string;
  /** Search engines may keep the page. */
  indexed?: boolean;
}

/** One tag a line, so that a test can take one out. */
export function plainHead({ url, path, title, indexed = true }: PlainHead): string[] {
  const address = `${url}${path}`;
  const named = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
  const property = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebPage', name: title, url: address }],
  };
  return [
    '<meta charset="utf-8">',
    `<title>${title} - 杏林医院</title>`,
    named('SiteName', '杏林医院'),
    named('SiteDomain', new URL(url).host),
    named('SiteIDCode', ''),
    named('Description', `${title}。`),
    property('og:site_name', '杏林医院'),
    property('og:locale', 'zh_CN'),
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', `${title}。`),
    property('og:image', 'https://pictures.example.cn/share.png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', '杏花'),
    ...(indexed
      ? [
          `<link rel="canonical" href="${address}">`,
          property('og:url', address),
          named('ColumnName', '新闻动态'),
          named('ColumnDescription', '医院里的事。'),
          named('ColumnKeywords', '新闻'),
          named('ColumnType', '工作动态'),
          named('ArticleTitle', title),
          named('PubDate', '2026-11-01 14:02'),
          named('ContentSource', '宣传中心'),
          named('Keywords', '新闻'),
          named('Author', '陈默'),
          named('Image', 'https://pictures.example.cn/share.png'),
          named('Url', address),
          property('article:published_time', '2026-11-01T14:02:00+08:00'),
          `<script type="application/ld+json">${JSON.stringify(graph)}</script>`,
        ]
      : ['<meta name="robots" content="noindex">']),
  ];
}
