/** A rendered site, served from memory on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileOf } from '@xinglin/shared/paths.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.xml': 'application/xml',
};

/** A grey pixel in the place of every picture: pages are looked at here, not their photographs. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

/** Serves files by path → bytes as latin1 text. `origin` has no trailing slash. */
export async function serve(
  files: Readonly<Record<string, string>>,
): Promise<AsyncDisposable & { origin: string }> {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path.startsWith('/media/') || path.startsWith('/files/')) {
      response.writeHead(200, { 'Content-Type': 'image/gif' }).end(pixel);
      return;
    }
    const file = fileOf(path);
    const bytes = files[file];
    if (bytes === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(Buffer.from(bytes, 'latin1'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
