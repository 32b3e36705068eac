/** Starts the CMS and waits until it answers. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CommandFault } from '../cli.ts';
import { root, type Secrets, type Settings } from '../settings.ts';
import { type Child, startChild } from './child.ts';
import { cmsEnvironment } from './cms-environment.ts';

/** The first administrator, told once by a CMS that had none. */
export interface FirstAdministrator {
  email: string;
  password: string;
}

const strapi = join(
  dirname(createRequire(join(root, 'cms', 'package.json')).resolve('@strapi/strapi/package.json')),
  'bin',
  'strapi.js',
);

export function startCms(
  settings: Settings,
  secrets: Secrets,
  onAdministrator: (admin: FirstAdministrator) => void,
): Child {
  return startChild({
    name: 'cms',
    args: [strapi, 'start'],
    cwd: join(root, 'cms'),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      TZ: 'Asia/Shanghai',
      ...cmsEnvironment(settings, secrets),
    },
    logFile: join(settings.dataDir, 'logs', 'cms.log'),
    onMessage(message) {
      const told = message as { kind?: string } & FirstAdministrator;
      if (told.kind === 'first-administrator')
        onAdministrator({ email: told.email, password: told.password });
    },
  });
}

/** @throws CommandFault when the process ends instead, or does not answer within two minutes. */
export async function cmsReady(child: Child, settings: Settings): Promise<void> {
  let ending: string | undefined;
  void child.ended.then((how) => {
    ending = how;
  });
  const deadline = performance.now() + 120_000;
  while (!(await answers(`${settings.cmsUrl}/_health`))) {
    if (ending !== undefined || performance.now() > deadline) {
      throw new CommandFault(
        `管理后台没有启动成功（${ending ?? '两分钟内没有应答'}）。它最后说的是：\n${child.lastLines(20)}`,
        `完整记录在 ${join(settings.dataDir, 'logs', 'cms.log')}。`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Refused or cut: it is not up yet, and the caller asks again until its own deadline.
    return false;
  }
}
