/** The environment, read once: every setting has a default, and a bad value is named. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CommandFault } from './cli.ts';
import { counterPortOf } from './counter/port.ts';
import { type DataPaths, dataDirOf, dataPaths } from './data-paths.ts';

export { root } from './data-paths.ts';

export interface Settings {
  /** Where the public site is served. */
  sitePort: number;
  cmsPort: number;
  cmsHost: string;
  /** Origin of the CMS as the publisher and the commands reach it. */
  cmsUrl: string;
  /** Public origin of the site, without a trailing slash. */
  siteUrl: string;
  /** Whether `start` runs the view counter. */
  counter: boolean;
  /** Where the view counter listens; one that nobody chose may give way to another. */
  counterPort: { number: number; chosen: boolean };
  /** Origin of the counter as the CMS reaches it, where it is not the one of this machine. */
  counterUrl: string | undefined;
  /** Whether an empty database is filled with the demo content. */
  seed: boolean;
  /** Everything that must survive. */
  dataDir: string;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  databaseUrl: string | undefined;
  /** Whom the CMS tells of a publication, and how it reaches the world: handed on as they are. */
  notify: Record<string, string>;
  /** How many releases can be rolled back to. */
  keepReleases: number;
  /** Where the publisher tells how it is, on the loopback; a free port where undefined. */
  statusPort: number | undefined;
  paths: DataPaths;
}

/** What the parts prove themselves with; made once, kept in `secrets.json` (mode 0600), never logged. */
export interface Secrets {
  publisherToken: string;
  intakeToken: string;
  counterToken: string;
  appKeys: string;
  apiTokenSalt: string;
  adminJwtSecret: string;
  transferTokenSalt: string;
  encryptionKey: string;
}

const count = z.coerce.number().int().min(1).max(10_000);
const port = z.coerce.number().int().min(1).max(65535);

/**
 * Reads the settings.
 * @throws CommandFault naming the variable that cannot be used.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const sitePort = settingOf(env, 'XINGLIN_SITE_PORT', port, 8080, '一个 1–65535 的端口号');
  const cmsPort = settingOf(env, 'XINGLIN_CMS_PORT', port, 1337, '一个 1–65535 的端口号');
  const cmsHost = env['XINGLIN_CMS_HOST'] ?? '127.0.0.1';
  const dataDir = dataDirOf(env);
  const reachable = cmsHost === '0.0.0.0' || cmsHost === '::' ? '127.0.0.1' : cmsHost;
  return {
    sitePort,
    cmsPort,
    cmsHost,
    cmsUrl: settingOf(
      env,
      'XINGLIN_CMS_URL',
      origin,
      `http://${reachable}:${cmsPort}`,
      '一个 http(s):// 开头、末尾没有 / 的地址',
    ),
    siteUrl: settingOf(
      env,
      'XINGLIN_SITE_URL',
      origin,
      `http://127.0.0.1:${sitePort}`,
      '一个 http(s):// 开头、末尾没有 / 的地址',
    ),
    counter: settingOf(env, 'XINGLIN_COUNTER', z.enum(['on', 'off']), 'on', 'on 或 off') === 'on',
    counterPort: counterPortOf(env, [sitePort, cmsPort]),
    counterUrl: optional(env, 'XINGLIN_COUNTER_URL', origin, '一个 http(s):// 开头、末尾没有 / 的地址'),
    seed: settingOf(env, 'XINGLIN_SEED', z.enum(['on', 'off']), 'on', 'on 或 off') === 'on',
    dataDir,
    adminEmail: env['XINGLIN_ADMIN_EMAIL'] || undefined,
    adminPassword: env['XINGLIN_ADMIN_PASSWORD'] || undefined,
    databaseUrl: env['XINGLIN_DATABASE_URL'] || undefined,
    notify: handedOn(env),
    keepReleases: settingOf(env, 'XINGLIN_KEEP_RELEASES', count, 50, '一个 1–10000 的整数'),
    statusPort: optional(env, 'XINGLIN_STATUS_PORT', port, '一个 1–65535 的端口号'),
    paths: dataPaths(dataDir),
  };
}

/** The CMS reads `XINGLIN_NOTIFY_*` itself; Node reads the rest, where the way out of the house is a proxy. */
function handedOn(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = /^(?:XINGLIN_NOTIFY_\w+|HTTPS?_PROXY|NO_PROXY|NODE_USE_ENV_PROXY|NODE_EXTRA_CA_CERTS)$/;
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => (names.test(name) && text ? [[name, text] as const] : [])),
  );
}

const origin = z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'));

function optional<Value>(
  env: NodeJS.ProcessEnv,
  name: string,
  schema: z.ZodType<Value>,
  wants: string,
): Value | undefined {
  return settingOf<Value | undefined>(env, name, schema, undefined, wants);
}

/**
 * A setting's value, or its default where it is not set or empty.
 * @throws CommandFault naming the variable and what it wants.
 */
function settingOf<Value>(
  env: NodeJS.ProcessEnv,
  name: string,
  schema: z.ZodType<Value>,
  fallback: Value,
  wants: string,
): Value {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CommandFault(
    `环境变量 ${name} 的值「${text}」不能用。`,
    `请改成${wants}，或不设它${fallback === undefined ? '' : `（默认 ${String(fallback)}）`}。`,
    2,
  );
}

const secretNames = [
  'publisherToken',
  'intakeToken',
  'counterToken',
  'appKeys',
  'apiTokenSalt',
  'adminJwtSecret',
  'transferTokenSalt',
  'encryptionKey',
] as const satisfies readonly (keyof Secrets)[];

/**
 * Reads the secrets of a data folder, and makes the missing ones. `XINGLIN_PUBLISHER_TOKEN` and
 * `XINGLIN_INTAKE_TOKEN` stand in for the file where a command runs away from the CMS's machine.
 */
export function readSecrets(settings: Settings, env: NodeJS.ProcessEnv = process.env): Secrets {
  const known = readKnown(settings.paths.secrets);
  const secrets = Object.fromEntries(
    secretNames.map((name) => [name, known[name] ?? randomBytes(32).toString('base64url')]),
  ) as unknown as Secrets;
  if (secretNames.some((name) => known[name] === undefined)) {
    const beside = `${settings.paths.secrets}.new`;
    mkdirSync(dirname(beside), { recursive: true });
    writeFileSync(beside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, settings.paths.secrets);
  } else {
    // A copy back from a backup may have wider rights.
    chmodSync(settings.paths.secrets, 0o600);
  }
  return {
    ...secrets,
    publisherToken: env['XINGLIN_PUBLISHER_TOKEN'] ?? secrets.publisherToken,
    intakeToken: env['XINGLIN_INTAKE_TOKEN'] ?? secrets.intakeToken,
    counterToken: env['XINGLIN_COUNTER_TOKEN'] || secrets.counterToken,
  };
}

function readKnown(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new CommandFault(
      `密钥文件 ${file} 读不出来：${(error as Error).message}`,
      '请检查文件权限和内容；若确认损坏，可从备份恢复，或删除后重新生成（所有登录会失效）。',
    );
  }
}
