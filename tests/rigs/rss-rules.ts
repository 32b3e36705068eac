/**
 * What an RSS feed has to be: RSS 2.0 (rssboard.org/rss-specification), the RSS Advisory Board's profile, RFC 822's
 * dates as RSS wants them (four-digit years), Dublin Core's dates and Media RSS's pictures.
 */
import { absoluteFault, dayFault, isDay, many, readXml, w3cFault, type XmlNode } from './xml-rules.ts';

const inChannel = new Set(['title', 'link', 'description', 'language', 'atom:link', 'item']);
const inItem = new Set(['title', 'link', 'guid', 'pubDate', 'dc:date', 'description', 'media:content']);

/** Everything wrong with a feed that is served at `self`, an absolute address. */
export function rssFaults(xml: string, self: string): string[] {
  const { root, faults } = readXml(xml, 'rss');
  if (root === undefined) return faults;
  const channels = many(root['channel']) as XmlNode[];
  const [channel] = channels;
  if (root['@version'] !== '2.0') faults.push(`version is ${root['@version']}`);
  if (channels.length !== 1 || channel === undefined) return [...faults, `${channels.length} channels`];
  faults.push(...unknown(channel, inChannel), ...once(channel, ['title', 'link', 'description', 'language']));
  faults.push(...absoluteFault(String(channel['link'])));
  const links = many(channel['atom:link']) as XmlNode[];
  const own = links.filter((link) => link['@rel'] === 'self');
  if (own.length !== 1 || own[0]?.['@href'] !== self) faults.push(`names itself ${own[0]?.['@href']}`);
  const items = many(channel['item']) as XmlNode[];
  for (const [index, item] of items.entries()) {
    faults.push(...itemFaults(item).map((fault) => `item ${index + 1}: ${fault}`));
  }
  const guids = items.map((item) => text(item['guid']));
  if (new Set(guids).size !== guids.length) faults.push('two items have one guid');
  const days = items.map(dayOf);
  if (days.some((day, index) => index > 0 && day > (days[index - 1] ?? '')))
    faults.push(`not newest first: ${days}`);
  return faults;
}

function itemFaults(item: XmlNode): string[] {
  const faults = [...unknown(item, inItem), ...once(item, ['title', 'link', 'guid', 'description'])];
  faults.push(...absoluteFault(String(item['link'])));
  const guid = item['guid'] as XmlNode | string;
  const isAddress = typeof guid === 'string' || guid['@isPermaLink'] !== 'false';
  if (isAddress) faults.push(...absoluteFault(text(guid)));
  const dates = [...many(item['pubDate']), ...many(item['dc:date'])];
  if (dates.length !== 1) faults.push(`${dates.length} dates`);
  if (item['pubDate'] !== undefined) faults.push(...rfc822Fault(String(item['pubDate'])));
  if (item['dc:date'] !== undefined) faults.push(...w3cFault(String(item['dc:date'])));
  for (const picture of many(item['media:content']) as XmlNode[]) {
    faults.push(...absoluteFault(String(picture['@url'])));
    if (picture['@medium'] !== 'image') faults.push(`a picture of the medium ${picture['@medium']}`);
  }
  return faults;
}

const rfc822 =
  /^(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) [+-]\d{4}$/;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function rfc822Fault(date: string): string[] {
  const parts = rfc822.exec(date)?.groups;
  if (parts === undefined) return [`“${date}” is no date of RFC 822`];
  const { weekday, day = '', month = '', year = '' } = parts;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  const iso = `${year}-${number}-${day}`;
  const name = isDay(iso) && new Date(`${iso}T00:00:00Z`).toUTCString().slice(0, 3);
  return [...dayFault(iso), ...(name === weekday ? [] : [`${iso} is no ${weekday}`])];
}

/** `2026-11-01`, of either spelling. */
function dayOf(item: XmlNode): string {
  const parts = rfc822.exec(String(item['pubDate'] ?? ''))?.groups;
  if (parts === undefined) return String(item['dc:date'] ?? '').slice(0, 10);
  const month = String(months.indexOf(parts['month'] ?? '') + 1).padStart(2, '0');
  return `${parts['year']}-${month}-${parts['day']}`;
}

function text(node: unknown): string {
  return typeof node === 'object' && node !== null ? String((node as XmlNode)['#text']) : String(node);
}

function unknown(node: XmlNode, known: ReadonlySet<string>): string[] {
  return Object.keys(node)
    .filter((name) => !name.startsWith('@') && !known.has(name))
    .map((name) => `<${name}> is nothing that stands there`);
}

function once(node: XmlNode, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const found = many(node[name]);
    const full = found.every((one) => text(one).trim() !== '');
    return found.length === 1 && full ? [] : [`${found.length} <${name}>${full ? '' : ', empty'}`];
  });
}
