/**
 * HTTP/1.1 requests (RFC 9112) as far as the counter needs them, out of the text of a connection. Pure. Strict on
 * purpose: where a proxy and the counter could disagree about where a request ends, there is no answer but a refusal.
 */

export interface WireRequest {
  method: string;
  url: string;
  /** Of those in `wanted`: one that comes twice is joined by a comma, as HTTP has it. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Whether another request may follow on the connection. */
  keepAlive: boolean;
  /** How much of the text it was. */
  length: number;
}

/** What cannot be understood, or may not be: the connection ends with it. */
export interface Refusal {
  status: 400 | 411 | 413 | 417 | 431;
}

/** Bytes of a request without its body. */
const mostHead = 8 * 1024;

const requestLine = /^([A-Z]{1,16}) (\/[\x21-\x7e]{0,4095}) HTTP\/1\.([01])$/;
const headerLine = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/;
const wanted = new Set([
  ...['authorization', 'connection', 'content-length', 'expect', 'host', 'purpose', 'sec-fetch-site'],
  ...['sec-purpose', 'transfer-encoding', 'user-agent', 'x-real-ip'],
]);

/** The first request of a text, one byte a character; undefined where it is not whole yet. */
export function takeRequest(text: string, mostBody: number): WireRequest | Refusal | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1 ? text.length > mostHead : end > mostHead) return { status: 431 };
  if (end === -1) return undefined;
  const first = text.indexOf('\r\n');
  const line = requestLine.exec(text.slice(0, first));
  const headers = line === null ? undefined : headersOf(text, first, end);
  if (line === null || headers === undefined) return { status: 400 };
  const body = bodyLength(headers, mostBody);
  if (typeof body === 'object') return body;
  const [, method = '', url = '', minor] = line;
  // Exactly one, as the RFC demands: proxies go by it.
  if (minor === '1' && (headers['host'] === undefined || headers['host'].includes(',')))
    return { status: 400 };
  const length = end + 4 + body;
  if (text.length < length) return undefined;
  const keepAlive = minor === '1' && !/\bclose\b/i.test(headers['connection'] ?? '');
  return { method, url, headers, body: text.slice(end + 4, length), keepAlive, length };
}

/** The wanted headers between the request line and the empty one; undefined where a line is no header. */
function headersOf(text: string, first: number, end: number): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (let from = first + 2; from < end; ) {
    const to = Math.min(indexOr(text, from, end), end);
    const match = headerLine.exec(text.slice(from, to));
    if (match === null) return undefined;
    const name = (match[1] as string).toLowerCase();
    if (wanted.has(name)) {
      const value = (match[2] as string).trimEnd();
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
    from = to + 2;
  }
  return headers;
}

function indexOr(text: string, from: number, otherwise: number): number {
  const found = text.indexOf('\r\n', from);
  return found === -1 ? otherwise : found;
}

function bodyLength(headers: Readonly<Record<string, string>>, most: number): number | Refusal {
  if (headers['transfer-encoding'] !== undefined) return { status: 411 };
  if (headers['expect'] !== undefined) return { status: 417 };
  const length = headers['content-length'] ?? '0';
  if (!/^\d{1,12}$/.test(length)) return { status: 400 };
  return Number(length) > most ? { status: 413 } : Number(length);
}
