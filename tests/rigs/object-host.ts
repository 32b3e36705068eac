/** A real HTTP host that keeps what is PUT, and misbehaves where it is told to. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ObjectHost extends AsyncDisposable {
  /** Ends in a slash. */
  readonly url: string;
  readonly files: Map<string, Buffer>;
  /** `PUT /objects/ab/…` of every request that was served. */
  readonly asked: string[];
  /** Wanted in every request, where set. */
  authorization: string | undefined;
  /** Answers instead of the host where it returns true. */
  meddle: ((request: string, response: ServerResponse) => boolean) | undefined;
}

export async function startObjectHost(): Promise<ObjectHost> {
  const server = createServer(async (request, response) => {
    const bytes = Buffer.concat(await request.toArray());
    const path = (request.url ?? '/').slice(1);
    const line = `${request.method} /${path}`;
    if (rig.meddle?.(line, response) === true) return;
    rig.asked.push(line);
    if (rig.authorization !== undefined && request.headers.authorization !== rig.authorization)
      return void response.writeHead(401).end();
    const found = rig.files.get(path);
    if (request.method === 'PUT') {
      rig.files.set(path, bytes);
      return void response.writeHead(found === undefined ? 201 : 204).end();
    }
    if (found === undefined) return void response.writeHead(404).end();
    if (request.method === 'DELETE') {
      rig.files.delete(path);
      return void response.writeHead(204).end();
    }
    response.writeHead(200, { 'content-length': found.length });
    response.end(request.method === 'HEAD' ? undefined : found);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rig: ObjectHost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    files: new Map(),
    asked: [],
    authorization: undefined,
    meddle: undefined,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return rig;
}
