/** What a sitemap has to be: sitemaps.org's protocol, and Google's extensions for images and news. */
import { absoluteFault, many, readXml, w3cFault, type XmlNode } from './xml-rules.ts';

const megabyte = 1024 * 1024;

/** What the protocol allows a file, and a page within it. */
const limits = { urls: 50_000, bytes: 50 * megabyte, address: 2_047, images: 1_000, news: 1_000 } as const;

const namespaces: Readonly<Record<string, string>> = {
  '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
  '@xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  '@xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/** A sitemap as it was read, and everything wrong with it. */
export interface ReadSitemap {
  locs: string[];
  faults: string[];
}

/** The sitemap of sitemaps of a site at `origin`. */
export function readSitemapIndex(xml: string, origin: string): ReadSitemap {
  return read(xml, origin, 'sitemapindex', 'sitemap', () => []);
}

/** A part of it, or the sitemap of news. */
export function readSitemap(xml: string, origin: string): ReadSitemap {
  return read(xml, origin, 'urlset', 'url', (entry) => [...imageFaults(entry), ...newsFaults(entry)]);
}

function read(
  xml: string,
  origin: string,
  rootName: string,
  name: string,
  more: (entry: XmlNode) => string[],
): ReadSitemap {
  const { root, faults } = readXml(xml, rootName);
  if (root === undefined) return { locs: [], faults };
  const entries = many(root[name]) as XmlNode[];
  const locs = entries.map((entry) => String(entry['loc']));
  if (root['@xmlns'] !== namespaces['@xmlns']) faults.push(`namespace ${root['@xmlns']}`);
  for (const [key, value] of Object.entries(root)) {
    if (key.startsWith('@') && namespaces[key] !== value) faults.push(`${key} is ${String(value)}`);
    if (!key.startsWith('@') && key !== name) faults.push(`<${key}> is nothing that stands there`);
  }
  if (entries.length === 0) faults.push('names nothing');
  if (entries.length > limits.urls) faults.push(`${entries.length} addresses`);
  if (Buffer.byteLength(xml) > limits.bytes) faults.push(`${Buffer.byteLength(xml)} bytes`);
  if (new Set(locs).size !== locs.length) faults.push('names one address twice');
  if (many(entries[0]?.['news:news']).length > 0 && entries.length > limits.news)
    faults.push(`${entries.length} news`);
  for (const entry of entries) {
    const own = [...locFaults(entry, origin), ...more(entry)];
    if (entry['lastmod'] !== undefined) own.push(...w3cFault(String(entry['lastmod'])));
    faults.push(...own.map((fault) => `${String(entry['loc'])}: ${fault}`));
  }
  return { locs, faults };
}

function locFaults(entry: XmlNode, origin: string): string[] {
  const loc = String(entry['loc']);
  return [
    ...absoluteFault(loc),
    // A sitemap speaks for its own host alone.
    ...(loc.startsWith(`${origin}/`) ? [] : [`is not at ${origin}`]),
    ...(loc.length > limits.address ? [`${loc.length} characters`] : []),
  ];
}

function imageFaults(entry: XmlNode): string[] {
  const images = many(entry['image:image']) as XmlNode[];
  const locs = images.map((image) => String(image['image:loc']));
  return [
    ...locs.flatMap(absoluteFault),
    ...(locs.length > limits.images ? [`${locs.length} images`] : []),
    ...(new Set(locs).size === locs.length ? [] : ['an image twice']),
  ];
}

function newsFaults(entry: XmlNode): string[] {
  return (many(entry['news:news']) as XmlNode[]).flatMap((news) => {
    const publication = (news['news:publication'] ?? {}) as XmlNode;
    const told = [publication['news:name'], publication['news:language'], news['news:title']];
    return [
      ...told.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [] : ['a gap in news'])),
      ...w3cFault(String(news['news:publication_date'])),
    ];
  });
}
