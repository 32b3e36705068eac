/** Those who serve a live tree to readers: the built-in server always, nginx where Debian's is on this machine. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dataPaths } from '../../../../scripts/data-paths.ts';
import { openRegistry } from '../../../../scripts/publisher/static-server/registry.ts';
import { staticServer } from '../../../../scripts/publisher/static-server/server.ts';
import { hasNginx, startNginx } from '../../../rigs/nginx.ts';

export interface Serving extends AsyncDisposable {
  origins: readonly string[];
}

/** Serves a data folder's live tree apart from any publisher, as a publisher that is killed must not end it. */
export async function serve(dataDir: string): Promise<Serving> {
  const { live, publisher, publisherState } = dataPaths(dataDir);
  const registry = openRegistry(publisherState);
  const server = staticServer({ root: live, registry }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const builtIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const nginx = hasNginx ? await startNginx(live, join(publisher, 'rules')) : undefined;
  return {
    origins: nginx === undefined ? [builtIn] : [builtIn, nginx.url],
    async [Symbol.asyncDispose]() {
      await nginx?.[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      registry.close();
    },
  };
}
