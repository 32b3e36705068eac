/** The account that everything else is set up with, made where there is none. */
import type { Core } from '@strapi/strapi';
import { passwordProblem } from '@xinglin/shared/password.js';
import { generatePassword } from './password.ts';

/** What the parent process is told, once: Strapi stores only the password's hash, and nothing logs it. */
export interface FirstAdministratorMessage {
  kind: 'first-administrator';
  email: string;
  password: string;
}

const defaultEmail = 'admin@xinglin.local';

interface UserService {
  exists(): Promise<boolean>;
  createFirstAdmin(user: Record<string, string>): Promise<unknown>;
}

/**
 * Creates the first administrator where the CMS has no account at all.
 * @throws Error where XINGLIN_ADMIN_PASSWORD cannot be used.
 */
export async function ensureFirstAdministrator(strapi: Core.Strapi): Promise<void> {
  const users = strapi.service('admin::user') as unknown as UserService;
  if (await users.exists()) return;
  const chosen = process.env['XINGLIN_ADMIN_PASSWORD'] || undefined;
  const problem = chosen === undefined ? undefined : passwordProblem(chosen);
  if (problem !== undefined) throw new Error(`XINGLIN_ADMIN_PASSWORD 不能用：${problem}。请换一个再启动。`);
  if (chosen === undefined && process.send === undefined) {
    strapi.log.warn(
      'No administrator yet, and nobody to tell a generated password to: start with XINGLIN_ADMIN_PASSWORD set, or through `npm start`.',
    );
    return;
  }
  const email = (process.env['XINGLIN_ADMIN_EMAIL'] || defaultEmail).toLowerCase();
  const password = chosen ?? generatePassword();
  await users.createFirstAdmin({
    email,
    password,
    firstname: '系统管理员',
    preferedLanguage: 'zh-Hans',
  });
  tell({ kind: 'first-administrator', email, password });
}

function tell(message: FirstAdministratorMessage): void {
  process.send?.(message);
}
