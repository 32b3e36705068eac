/** What holds of every XML document that machines read: well-formed, absolute addresses, real dates. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as the parser gives it: children by name, attributes after `@`, text beside them as `#text`. */
export type XmlNode = Record<string, unknown>;

// Nothing is guessed at: numbers and dates stay the text that they are.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The root element of this name; undefined, with the reason, where there is none. */
export function readXml(xml: string, name: string): { root: XmlNode | undefined; faults: string[] } {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return { root: undefined, faults: [`not well-formed: ${JSON.stringify(valid)}`] };
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>'))
    return { root: undefined, faults: ['no declaration'] };
  const root = (parser.parse(xml) as XmlNode)[name];
  return typeof root === 'object' && root !== null
    ? { root: root as XmlNode, faults: [] }
    : { root: undefined, faults: [`no <${name}>`] };
}

/** One or several of a name, or none. */
export function many(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** An address has to say where it is by itself, spelled as RFC 3986 wants it. */
export function absoluteFault(address: string): string[] {
  if (!/^https?:\/\//.test(address)) return [`“${address}” is not absolute`];
  return URL.canParse(address) && new URL(address).href === address
    ? []
    : [`“${address}” is not spelled as an address`];
}

/** Whether there is such a day. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && toDay(day) === day;
}

function toDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10);
}

export function dayFault(day: string): string[] {
  return isDay(day) ? [] : [`there is no ${day}`];
}

/** W3C's profile of ISO 8601: a day, or a day and a time with its zone. */
export function w3cFault(date: string): string[] {
  const form =
    /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
  return form.test(date) ? dayFault(date.slice(0, 10)) : [`“${date}” is no date of W3C’s`];
}
