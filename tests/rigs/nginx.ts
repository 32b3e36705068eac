/** Debian's nginx on a free port, with the configuration that we ship. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './newsroom.ts';
import { freePorts, nobodysPort } from './ports.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { temporaryFolder } from './temporary.ts';

const program = '/usr/sbin/nginx';
const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Whether Debian's nginx and its brotli module are here; tests that need them are skipped by name elsewhere. */
export const hasNginx = existsSync(program) && existsSync(brotli);

/**
 * Serves a live tree (or a symlink to it) with the rules of a folder, which may hold none. Views are counted at
 * the port; where none is given nobody listens.
 */
export async function startNginx(
  liveTree: string,
  rules: string,
  counterPort = nobodysPort,
): Promise<RunningServer> {
  const folder = temporaryFolder();
  const [port] = (await freePorts(1)) as [number];
  const server = readFileSync(join(root, 'scripts/deploy/nginx/xinglin.conf'), 'utf8')
    .replaceAll('LISTEN', `127.0.0.1:${port}`)
    .replaceAll('SERVER_NAME', '_')
    .replaceAll('LIVE_TREE', liveTree)
    .replaceAll('RULES', rules)
    .replaceAll('127.0.0.1:8081', `127.0.0.1:${counterPort}`);
  const at = (name: string) => join(folder.path, name);
  writeFileSync(
    at('nginx.conf'),
    `load_module ${brotli};
     user root; daemon off; worker_processes 1; pid ${at('pid')}; error_log ${at('error.log')};
     events {}
     http { access_log off; client_body_temp_path ${at('body')}; proxy_temp_path ${at('proxy')};
       fastcgi_temp_path ${at('fastcgi')}; uwsgi_temp_path ${at('uwsgi')}; scgi_temp_path ${at('scgi')};
     ${server} }`,
  );
  return startServer(program, ['-c', at('nginx.conf')], port, folder);
}
