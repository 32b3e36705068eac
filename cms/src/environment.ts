/** Where this instance keeps what must survive, and how it is reached. The only reader of XINGLIN_* in config. */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of everything that must survive: XINGLIN_DATA_DIR, else `.xinglin` beside the workspace file. */
export function dataDir(): string {
  const given = process.env['XINGLIN_DATA_DIR'];
  return given !== undefined && given !== '' ? resolve(given) : join(workspaceRoot(__dirname), '.xinglin');
}

/** SQLite file of the CMS, unless XINGLIN_DATABASE_URL names a PostgreSQL. */
export function databaseFile(): string {
  return join(dataDir(), 'cms', 'data.db');
}

/** Uploaded originals. */
export function uploadsDir(): string {
  return join(dataDir(), 'cms', 'uploads');
}

/**
 * Strapi serves its whole public folder to anybody, so it must hold nothing but the way to the uploads: the
 * database lies one level up, out of its reach. Makes both where they do not exist.
 */
export function publicDir(): string {
  const uploads = uploadsDir();
  const open = join(dataDir(), 'cms', 'public');
  mkdirSync(uploads, { recursive: true });
  mkdirSync(open, { recursive: true });
  const link = join(open, 'uploads');
  if (!existsSync(link)) symlinkSync(join('..', 'uploads'), link, 'dir');
  return open;
}

function workspaceRoot(from: string): string {
  if (existsSync(join(from, 'pnpm-workspace.yaml'))) return from;
  const parent = dirname(from);
  if (parent === from) {
    throw new Error(
      'No pnpm-workspace.yaml above the CMS: set XINGLIN_DATA_DIR to say where its data lives.',
    );
  }
  return workspaceRoot(parent);
}
