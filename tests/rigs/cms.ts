/** A real Strapi in this process: our CMS on a data folder and a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadFeed, readFeed } from '@xinglin/shared/feed-rows.js';
import { compileCms } from './compile.ts';
import { freePorts } from './ports.ts';
import { until } from './until.ts';

const cmsFolder = fileURLToPath(new URL('../../cms', import.meta.url));
const requireCms = createRequire(join(cmsFolder, 'package.json'));

export type Row = { documentId: string; id: number } & Record<string, unknown>;

/** Strapi's document service, as tests speak to it. */
export interface Documents {
  create(params: object): Promise<Row>;
  update(params: object): Promise<Row | null>;
  publish(params: object): Promise<{ entries: Row[] }>;
  unpublish(params: object): Promise<{ entries: Row[] }>;
  delete(params: object): Promise<unknown>;
  discardDraft(params: object): Promise<unknown>;
  clone(params: object): Promise<{ entries: Row[] }>;
  findOne(params: object): Promise<Row | null>;
  findMany(params?: object): Promise<Row[]>;
}

/** The parts of Strapi that tests use. */
export interface TestStrapi {
  documents(uid: string): Documents;
  // biome-ignore lint/suspicious/noExplicitAny: Strapi's services and queries are typed by its own generics only
  [part: string]: any;
}

export interface CmsOptions {
  /** Keep data between two boots; made and removed by the rig where absent. */
  dataDir?: string;
  /** `postgres://…`; SQLite in the data folder where absent. */
  databaseUrl?: string;
  siteUrl?: string;
  env?: Record<string, string>;
}

export interface Cms extends AsyncDisposable {
  readonly strapi: TestStrapi;
  readonly url: string;
  readonly dataDir: string;
  /** Tokens with the publisher's and the intake's permissions, and nothing else. */
  readonly publisherToken: string;
  readonly intakeToken: string;
  documents(uid: string): Documents;
  /** A module of the compiled CMS: `load('src/publication/represent.js')`. */
  // biome-ignore lint/suspicious/noExplicitAny: what the module exports is known to the test that names it
  load(module: string): any;
  /** Sets the publication's clock; undefined lets it run again. */
  setClock(now: Date | undefined): void;
  get(path: string, token?: string): Promise<Response>;
  /** Reads the feed over HTTP and checks its frame. */
  feed(since?: number): Promise<ReadFeed>;
}

const secrets = {
  APP_KEYS: 'test-app-key-one,test-app-key-two',
  API_TOKEN_SALT: 'test-api-token-salt',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef',
  JWT_SECRET: 'test-jwt-secret',
};

/** Boots and listens. `await using cms = await startCms()` ends it with the block. */
export async function startCms(options: CmsOptions = {}): Promise<Cms> {
  await compileCms();
  const own = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'xinglin-cms-'));
  const [port] = (await freePorts(1)) as [number];
  const publisherToken = 'publisher-token-for-tests-'.padEnd(64, '0');
  const intakeToken = 'intake-token-for-tests-'.padEnd(64, '0');
  const restore = setEnvironment({
    ...secrets,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    XINGLIN_DATA_DIR: dataDir,
    XINGLIN_CMS_PORT: String(port),
    XINGLIN_CMS_HOST: '127.0.0.1',
    XINGLIN_SITE_URL: options.siteUrl ?? 'https://www.example.test',
    XINGLIN_DATABASE_URL: options.databaseUrl ?? '',
    XINGLIN_PUBLISHER_TOKEN: publisherToken,
    XINGLIN_INTAKE_TOKEN: intakeToken,
    XINGLIN_SCHEDULER: 'off',
    XINGLIN_ADMIN_EMAIL: 'admin@example.test',
    XINGLIN_ADMIN_PASSWORD: 'Xinglin-2026-Test',
    ...options.env,
  });
  const strapi = await boot();
  const publication = load('src/publication/publication.js').publicationOf(strapi);
  const url = `http://127.0.0.1:${port}`;
  const get = (path: string, token = publisherToken) =>
    fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return {
    strapi,
    url,
    dataDir,
    publisherToken,
    intakeToken,
    documents: (uid) => strapi.documents(uid),
    load,
    setClock: (now) => {
      publication.now = () => now ?? new Date();
    },
    get,
    feed: async (since = 0) => {
      const answer = await get(`/api/xinglin/feed?since=${since}`);
      if (!answer.ok) throw new Error(`the feed answers ${answer.status}: ${await answer.text()}`);
      return readFeed(await answer.text());
    },
    [Symbol.asyncDispose]: async () => {
      await end(strapi);
      restore();
      if (own) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function load(module: string): ReturnType<NodeJS.Require> {
  return requireCms(`./dist/${module}`);
}

async function boot(): Promise<TestStrapi> {
  const { createStrapi } = requireCms('@strapi/strapi');
  const strapi = createStrapi({ appDir: cmsFolder, distDir: join(cmsFolder, 'dist') });
  strapi.log.level = process.env['XINGLIN_TEST_LOG'] ?? 'error';
  await strapi.load();
  // A test may be busy for longer than the five seconds after which an idle connection is closed under its reader.
  strapi.server.httpServer.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve, reject) => {
    strapi.server.httpServer.once('error', reject);
    strapi.listen().then(resolve, reject);
  });
  return strapi;
}

/** `destroy` removes every listener of the process, the test runner's included: for once it may not. */
async function end(strapi: TestStrapi): Promise<void> {
  const { removeAllListeners } = process;
  process.removeAllListeners = () => process;
  try {
    strapi['server'].httpServer.closeAllConnections();
    await calm(strapi);
    await strapi['destroy']();
  } finally {
    process.removeAllListeners = removeAllListeners;
  }
}

/**
 * Strapi reads a document once more after each commit, for its events, and waits for nobody: a database that is
 * closed meanwhile would make that an unhandled rejection. Nothing asked for four times in a row is calm.
 */
async function calm(strapi: TestStrapi): Promise<void> {
  const { pool } = strapi['db'].connection.client;
  let idle = 0;
  const look = () => {
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
    return idle === 4;
  };
  await until('Strapi’s queries after the last commit to end', look, { every: 25 });
}

/** Strapi reads the environment of the process. @returns what puts it back as it was. */
function setEnvironment(values: Record<string, string>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
