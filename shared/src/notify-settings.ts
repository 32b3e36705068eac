/**
 * Whom the CMS tells of a publication, as the environment says. Read by the CMS at boot, and by `npm start` before
 * anything is built, so that a value that cannot be used is named at once. Sentences never hold a value that may
 * be secret.
 */
import { WebhookFault, webhookKey } from './webhooks.ts';

/** Any address that understands Standard Webhooks. */
export interface UrlTarget {
  url: string;
  /** One, or two while one replaces the other. */
  secrets: string[];
}

/** A repository whose workflow is started by `repository_dispatch`. */
export interface GithubTarget {
  /** Without a trailing slash. */
  api: string;
  /** `owner/name` */
  repository: string;
  token: string;
}

export interface NotifySettings {
  url: UrlTarget | undefined;
  github: GithubTarget | undefined;
  /** Seconds within which changes are told together. */
  window: number;
}

/** A variable that cannot be used: its name, what is wrong with it, what to do. */
export class NotifySettingsFault extends Error {
  override readonly name = 'NotifySettingsFault';
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const prefix = 'XINGLIN_NOTIFY_';
const known = [
  'XINGLIN_NOTIFY_URL',
  'XINGLIN_NOTIFY_SECRETS',
  'XINGLIN_NOTIFY_GITHUB_REPOSITORY',
  'XINGLIN_NOTIFY_GITHUB_TOKEN',
  'XINGLIN_NOTIFY_GITHUB_API',
  'XINGLIN_NOTIFY_WINDOW_SECONDS',
] as const;
type Name = (typeof known)[number];
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the targets. An empty variable counts as absent.
 * @throws NotifySettingsFault
 */
export function readNotifySettings(env: Environment): NotifySettings {
  const stranger = Object.keys(env).find((name) => name.startsWith(prefix) && !known.includes(name as Name));
  if (stranger !== undefined) {
    throw new NotifySettingsFault(`没有 ${stranger} 这个设置。`, `可用的是：${known.join('、')}。`);
  }
  const read = (name: Name): string | undefined => env[name]?.trim() || undefined;
  return { url: urlTarget(read), github: githubTarget(read), window: windowOf(read) };
}

type Read = (name: Name) => string | undefined;

function urlTarget(read: Read): UrlTarget | undefined {
  const url = read('XINGLIN_NOTIFY_URL');
  const secrets = read('XINGLIN_NOTIFY_SECRETS')
    ?.split(',')
    .map((secret) => secret.trim());
  if (url === undefined && secrets === undefined) return undefined;
  if (url === undefined) throw missing('XINGLIN_NOTIFY_URL', 'XINGLIN_NOTIFY_SECRETS');
  if (secrets === undefined) throw missing('XINGLIN_NOTIFY_SECRETS', 'XINGLIN_NOTIFY_URL');
  if (!isAddress(url)) {
    throw unusable('XINGLIN_NOTIFY_URL', '一个 http:// 或 https:// 开头、不带用户名和 # 的完整地址');
  }
  if (secrets.length > 2 || !secrets.every(isSecret)) {
    throw unusable(
      'XINGLIN_NOTIFY_SECRETS',
      '一个密钥（更换期间写新旧两个，用逗号隔开），每个是 whsec_ 加 24–64 个随机字节的 base64',
    );
  }
  return { url, secrets };
}

function githubTarget(read: Read): GithubTarget | undefined {
  const repository = read('XINGLIN_NOTIFY_GITHUB_REPOSITORY');
  const token = read('XINGLIN_NOTIFY_GITHUB_TOKEN');
  const api = (read('XINGLIN_NOTIFY_GITHUB_API') ?? 'https://api.github.com').replace(/\/+$/, '');
  if (repository === undefined && token === undefined) return undefined;
  if (repository === undefined)
    throw missing('XINGLIN_NOTIFY_GITHUB_REPOSITORY', 'XINGLIN_NOTIFY_GITHUB_TOKEN');
  if (token === undefined) throw missing('XINGLIN_NOTIFY_GITHUB_TOKEN', 'XINGLIN_NOTIFY_GITHUB_REPOSITORY');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw unusable('XINGLIN_NOTIFY_GITHUB_REPOSITORY', '「所有者/仓库名」，例如 hospital/website');
  }
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable('XINGLIN_NOTIFY_GITHUB_TOKEN', '不含空格的访问令牌');
  if (!isAddress(api) || !keepsSecrets(api)) {
    throw unusable('XINGLIN_NOTIFY_GITHUB_API', 'https:// 开头的接口地址（默认 https://api.github.com）');
  }
  return { api, repository, token };
}

function windowOf(read: Read): number {
  const text = read('XINGLIN_NOTIFY_WINDOW_SECONDS') ?? '3';
  if (/^\d{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
  throw unusable('XINGLIN_NOTIFY_WINDOW_SECONDS', '0–600 的整数（秒，默认 3）');
}

/** An address that can be called as it stands: credentials in it would end up in logs. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || /\s/.test(text)) return false;
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '';
}

/** A token goes over TLS, or does not leave the machine. */
function keepsSecrets(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

function isSecret(text: string): boolean {
  try {
    webhookKey(text);
    return true;
  } catch (error) {
    if (error instanceof WebhookFault) return false;
    throw error;
  }
}

function missing(name: Name, because: Name): NotifySettingsFault {
  return new NotifySettingsFault(`设置了 ${because}，却没有设置 ${name}。`, '请两个都设，或都不设。');
}

function unusable(name: Name, wants: string): NotifySettingsFault {
  return new NotifySettingsFault(`环境变量 ${name} 的值不能用。`, `请改成${wants}，或不设它。`);
}
