/** Debian's Caddy on a free port, with the configuration that we ship. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './newsroom.ts';
import { freePorts, nobodysPort } from './ports.ts';
import { type RunningServer, startServer } from './server-process.ts';
import { temporaryFolder } from './temporary.ts';

const program = '/usr/bin/caddy';

/** Whether Debian's Caddy is here; tests that need it are skipped by name elsewhere. */
export const hasCaddy = existsSync(program);

/** As `startNginx`. */
export async function startCaddy(
  liveTree: string,
  rules: string,
  counterPort = nobodysPort,
): Promise<RunningServer> {
  const folder = temporaryFolder();
  const [port] = (await freePorts(1)) as [number];
  const site = readFileSync(join(root, 'scripts/deploy/caddy/Caddyfile'), 'utf8')
    .replaceAll('SITE', `http://127.0.0.1:${port}`)
    .replaceAll('LIVE_TREE', liveTree)
    .replaceAll('RULES', rules)
    .replaceAll('127.0.0.1:8081', `127.0.0.1:${counterPort}`);
  const file = join(folder.path, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const env = { ...process.env, HOME: folder.path, XDG_DATA_HOME: folder.path, XDG_CONFIG_HOME: folder.path };
  return startServer(program, ['run', '--config', file, '--adapter', 'caddyfile'], port, folder, env);
}
