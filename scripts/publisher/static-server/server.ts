/**
 * Serves the live tree. A file is opened once, and measured and read through that one handle, so that a
 * release in between never mixes two versions (law 4; `sirv` in its dev mode measures and opens apart).
 */
import { type FileHandle, open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileOf, gonePath, notFoundPath } from '@xinglin/shared/paths.js';
import { headersOf, rangeOf, requestedPath } from './policy.ts';
import type { Registry } from './registry.ts';

export interface StaticServerOptions {
  /** The live tree. */
  root: string;
  registry: Registry;
}

/** A server that is not listening yet. */
export function staticServer(options: StaticServerOptions): Server {
  return createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      // The reader went away in the middle: nobody is left to tell.
      if (response.destroyed) return;
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`这一页暂时读不出来（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）。\n`);
    });
  });
}

async function answer(
  options: StaticServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response
      .writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
      .end('只能读取。\n');
    return;
  }
  const path = requestedPath(request.url ?? '/');
  if (path === undefined) return standIn(options, request, response, 404);
  const file = await openFile(options.root, path);
  if (file !== undefined) return send(request, response, path, file, options.registry.statusOf(path));
  const gone = options.registry.goneAt(path) ?? options.registry.goneAt(`${path}/`);
  if (gone?.redirectTo !== undefined) return redirect(response, gone.redirectTo);
  if (gone !== undefined) return standIn(options, request, response, 410);
  if (!path.endsWith('/')) {
    const folder = await openFile(options.root, `${path}/`);
    await folder?.handle.close();
    if (folder !== undefined) return redirect(response, `${encodeURI(path)}/`);
  }
  return standIn(options, request, response, 404);
}

interface OpenFile {
  handle: FileHandle;
  size: number;
  tag: string;
}

async function openFile(root: string, path: string): Promise<OpenFile | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(join(root, fileOf(path)), 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG')
      return undefined;
    throw error;
  }
  const found = await handle.stat();
  if (found.isFile()) {
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    return { handle, size: found.size, tag };
  }
  await handle.close();
  return undefined;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { handle, size, tag }: OpenFile,
  status: number,
): Promise<void> {
  try {
    const headers = { ...headersOf(path), etag: tag };
    if (status === 200 && matches(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const conditional = request.headers['if-range'];
    const wantsPart = status === 200 && (conditional === undefined || conditional === tag);
    const range = wantsPart ? rangeOf(request.headers.range, size) : undefined;
    if (range === 'unsatisfiable') {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    response.writeHead(range === undefined ? status : 206, {
      ...headers,
      'content-length': end - start + 1,
      ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** The page that stands for a missing or a gone one. */
async function standIn(
  { root }: StaticServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  status: 404 | 410,
): Promise<void> {
  const path = status === 410 ? gonePath : notFoundPath;
  const file = await openFile(root, path);
  if (file !== undefined) return send(request, response, path, file, status);
  const headers = { ...headersOf('/'), 'content-type': 'text/plain; charset=utf-8' };
  response.writeHead(status, headers).end(status === 410 ? '这个页面已撤下。\n' : '没有这个页面。\n');
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { ...headersOf('/'), location, 'content-length': 0 }).end();
}

function matches(header: string | undefined, tag: string): boolean {
  return (
    header?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*') ?? false
  );
}
