/** The data folder, spelled in one place. Built-ins only: the view counter, which is to stay small, reads it too. */
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The folder of everything that must survive: XINGLIN_DATA_DIR, else `.xinglin` in the repository. */
export function dataDirOf(env: NodeJS.ProcessEnv): string {
  return resolve(root, env['XINGLIN_DATA_DIR'] ?? '.xinglin');
}

/** Beside the rules of other servers, and mirrored with them: which articles the view counter counts. */
export const publishedIdsFile = 'published-ids.txt';

export interface DataPaths {
  cms: string;
  secrets: string;
  publisher: string;
  snapshot: string;
  publisherState: string;
  /** Where the running publisher can be asked how it is. */
  status: string;
  /** One line of JSON a release. */
  releaseLog: string;
  derivatives: string;
  /** Stored pages and assets by hash, the trees made of them, and the link to the one that is served. */
  objects: string;
  trees: string;
  live: string;
  /** What web servers include: addresses that moved or are gone. */
  rules: string;
  /** Which articles the view counter counts, one id a line. */
  publishedIds: string;
  /** The view counter's own database. */
  counter: string;
  /** The key that signs hand-overs, mode 0600. */
  handOverKey: string;
  /** What was taken in from hand-overs of another machine. */
  taken: string;
}

/** Where everything lies below a data folder. */
export function dataPaths(dataDir: string): DataPaths {
  if (!isAbsolute(dataDir)) throw new TypeError(`a data folder's path must be absolute: ${dataDir}`);
  const publisher = join(dataDir, 'publisher');
  return {
    cms: join(dataDir, 'cms'),
    secrets: join(dataDir, 'secrets.json'),
    publisher,
    snapshot: join(publisher, 'snapshot.db'),
    publisherState: join(publisher, 'publisher.db'),
    status: join(publisher, 'status.json'),
    releaseLog: join(dataDir, 'logs', 'releases.ndjson'),
    derivatives: join(publisher, 'derivatives'),
    objects: join(publisher, 'objects'),
    trees: join(dataDir, 'trees'),
    live: join(dataDir, 'live'),
    rules: join(publisher, 'rules'),
    publishedIds: join(publisher, 'rules', publishedIdsFile),
    counter: join(dataDir, 'counter'),
    handOverKey: join(dataDir, 'hand-over-key.pem'),
    taken: join(dataDir, 'taken'),
  };
}
