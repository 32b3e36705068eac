/** Feeds and sitemaps as machines read them. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'url', 'sitemap'].includes(name),
});

/** What is served at a URL, parsed; `item`, `url` and `sitemap` are lists. @throws Error where it is no well-formed XML. */
export async function fetchXml(url: string) {
  const answer = await fetch(url);
  const text = await answer.text();
  const faults = XMLValidator.validate(text);
  if (answer.status !== 200 || faults !== true)
    throw new Error(`${url} answers ${answer.status}, and not with XML: ${JSON.stringify(faults)}`);
  return parser.parse(text);
}
