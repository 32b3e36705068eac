/**
 * Serves the live tree. A file is opened once, and measured and read through that one handle, so that a
 * release in between never mixes two versions (law 4; `sirv` in its dev mode measures and opens apart).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { gonePath, notFoundPath, viewsPath } from '@xinglin/shared/paths.js';
import { locationOf } from '../rules.ts';
import { httpDate, isFresh, partsFit } from './conditions.ts';
import { acceptedEncodings } from './encoding.ts';
import { type OpenFile, openFile } from './files.ts';
import { folderOf, headersOf, rangeOf, requestedPath } from './policy.ts';
import type { PathStatus, Registry } from './registry.ts';
import { type Relay, relayTo } from './relay.ts';

export interface StaticServerOptions {
  /** The live tree, or a symlink to it that releases replace. */
  root: string;
  registry: Pick<Registry, 'statusOf'>;
  /** The view counter's port on this machine; without it nothing is counted. */
  counterPort?: number | undefined;
}

/** A server that is not listening yet. */
export function staticServer({ counterPort, ...options }: StaticServerOptions): Server {
  const relay = relayTo(counterPort);
  return createServer((request, response) => {
    answer({ ...options, relay, request, response }).catch((error: unknown) => {
      // The reader went away in the middle: nobody is left to tell.
      if (response.destroyed) return;
      if (response.headersSent) return void response.destroy();
      response.writeHead(500, { ...headersOf('/'), 'content-type': 'text/plain; charset=utf-8' });
      response.end(`这一页暂时读不出来（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）。\n`);
    });
  });
}

interface Exchange extends Omit<StaticServerOptions, 'counterPort'> {
  relay: Relay;
  request: IncomingMessage;
  response: ServerResponse;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, registry } = exchange;
  if (request.url?.split('?', 1)[0] === viewsPath) return exchange.relay(request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response
      .writeHead(405, { ...headersOf('/'), allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
      .end('只能读取。\n');
    return;
  }
  const path = requestedPath(request.url ?? '/');
  if (path === undefined) return standIn(exchange, 404);
  const folder = folderOf(path);
  if (folder !== undefined) return redirect(exchange, folder);
  const known = registry.statusOf(path);
  const location = locationAt(known);
  if (location !== undefined) return redirect(exchange, location, path);
  const file = await open(exchange, path);
  // A moved page that leads nowhere on this site: its own words have to do.
  if (file !== undefined)
    return send(exchange, path, file, known === undefined || known.status === 301 ? 200 : known.status);
  if (known?.status === 410) return standIn(exchange, 410);
  return path.endsWith('/') ? standIn(exchange, 404) : withoutSlash(exchange, path);
}

function locationAt(known: PathStatus | undefined): string | undefined {
  return known?.status === 301 && known.location !== undefined ? locationOf(known.location) : undefined;
}

/** A folder asked for without its slash: one hop to the page, or to where the page moved. */
async function withoutSlash(exchange: Exchange, path: string): Promise<void> {
  const location = locationAt(exchange.registry.statusOf(`${path}/`));
  if (location !== undefined) return redirect(exchange, location, `${path}/`);
  const file = await open(exchange, `${path}/`);
  await file?.handle.close();
  return file === undefined ? standIn(exchange, 404) : redirect(exchange, `${path}/`);
}

/** The page that stands for a missing or a gone one. */
async function standIn(exchange: Exchange, status: 404 | 410): Promise<void> {
  const path = status === 410 ? gonePath : notFoundPath;
  const file = await open(exchange, path);
  if (file !== undefined) return send(exchange, path, file, status);
  const headers = { ...headersOf('/'), 'content-type': 'text/plain; charset=utf-8' };
  exchange.response
    .writeHead(status, headers)
    .end(status === 410 ? '这个页面已撤下。\n' : '没有这个页面。\n');
}

/** Leads on; `at` is the page that says so to readers whose program does not follow. */
async function redirect(exchange: Exchange, to: string, at?: string): Promise<void> {
  const headers = { ...headersOf('/'), location: locationOf(to) ?? '/' };
  const page = at === undefined ? undefined : await open(exchange, at);
  if (at !== undefined && page !== undefined) return send(exchange, at, page, 301, headers);
  exchange.response.writeHead(301, { ...headers, 'content-length': 0 }).end();
}

/** A request for a part gets a part of the plain bytes: what a reader would do with half a compressed file is unsure. */
function open({ root, request }: Exchange, path: string): Promise<OpenFile | undefined> {
  const wantsPart = request.headers.range !== undefined;
  return openFile(root, path, wantsPart ? [] : acceptedEncodings(request.headers['accept-encoding']));
}

async function send(
  { request, response }: Exchange,
  path: string,
  file: OpenFile,
  status: number,
  more: Record<string, string> = {},
): Promise<void> {
  try {
    const headers = {
      ...headersOf(path),
      ...more,
      etag: file.tag,
      'last-modified': httpDate(file.mtime),
      ...(file.encoding === undefined ? {} : { 'content-encoding': file.encoding }),
    };
    if (status === 200 && isFresh(request.headers, file)) {
      response.writeHead(304, headers).end();
      return;
    }
    const wantsPart = status === 200 && partsFit(request.headers['if-range'], file);
    const range = wantsPart ? rangeOf(request.headers.range, file.size) : undefined;
    if (range === 'unsatisfiable') {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${file.size}` }).end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    response.writeHead(range === undefined ? status : 206, {
      ...headers,
      'content-length': end - start + 1,
      ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${file.size}` }),
    });
    if (request.method === 'HEAD' || file.size === 0) response.end();
    else await pipeline(file.handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await file.handle.close();
  }
}
