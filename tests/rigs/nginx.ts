/** Debian's nginx on a free port, with the configuration that we ship. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './newsroom.ts';
import { freePorts } from './ports.ts';
import { temporaryFolder } from './temporary.ts';
import { until } from './until.ts';

const program = '/usr/sbin/nginx';

/** Whether Debian's nginx is on this machine; tests that need it are skipped by name where it is not. */
export const hasNginx = existsSync(program);

export async function startNginx(liveTree: string): Promise<AsyncDisposable & { url: string }> {
  const folder = temporaryFolder();
  const [port] = (await freePorts(1)) as [number];
  const shipped = readFileSync(join(root, 'scripts/deploy/nginx/xinglin.conf'), 'utf8');
  const server = shipped
    .replace('LISTEN', `127.0.0.1:${port}`)
    .replace('SERVER_NAME', '_')
    .replace('LIVE_TREE', liveTree);
  const at = (name: string) => join(folder.path, name);
  writeFileSync(
    at('nginx.conf'),
    `user root; daemon off; worker_processes 1; pid ${at('pid')}; error_log ${at('error.log')};
     events {}
     http { access_log off; client_body_temp_path ${at('body')}; proxy_temp_path ${at('proxy')};
       fastcgi_temp_path ${at('fastcgi')}; uwsgi_temp_path ${at('uwsgi')}; scgi_temp_path ${at('scgi')};
     ${server} }`,
  );
  const child = spawn(program, ['-c', at('nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await until('nginx to answer', async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    return (await fetch(url)).status > 0;
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      folder[Symbol.dispose]();
    },
  };
}
