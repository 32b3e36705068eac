/** An HTTP request as it is on the wire: nothing followed, decoded, normalised or reused. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: NodeJS.Dict<string>;
  body: Buffer;
}

export async function askRaw(
  url: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const asking = request({ hostname, port, path, headers, method, agent: false });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  return { status: answer.statusCode ?? 0, headers: answer.headers as NodeJS.Dict<string>, body };
}
