/**
 * What must be built before the system runs, in order: the contract, the CMS's server, its admin panel, the
 * site's bundle. Each step is skipped while its inputs are the ones it was built from.
 */
import { join } from 'node:path';
import type { Tool } from './run-tool.ts';

export interface BuildStep extends Tool {
  name: string;
  /** What the person at the keyboard reads while it runs. */
  label: string;
  /** All inputs, as globs from the root. */
  inputs: readonly string[];
  /** Proves that the step was done; a missing output means do it again. */
  output: string;
}

const lockfile = 'pnpm-lock.yaml';

/** The contract: everything imports its build, so it comes first. */
export const sharedStep: BuildStep = {
  name: 'shared',
  label: '编译内容约定',
  inputs: ['shared/src/**/*', 'shared/tsconfig.json', 'tsconfig.base.json', lockfile],
  output: 'shared/dist/content/item.js',
  program: 'tsc',
  args: ['-p', 'tsconfig.json'],
  folder: 'shared',
};

/** The admin panel costs most by far (about 40 s); it depends on `src/admin`, and on the pure checks it shows. */
export const adminStep: BuildStep = {
  name: 'admin',
  label: '构建管理后台（首次约 1 分钟）',
  inputs: [
    'cms/src/admin/**/*',
    'cms/config/admin.ts',
    'cms/config/plugins.ts',
    'cms/package.json',
    'shared/src/checks/**/*',
    lockfile,
  ],
  output: 'cms/dist/build/index.html',
  program: 'strapi',
  args: ['build'],
  folder: 'cms',
  environment: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
};

export const cmsStep: BuildStep = {
  name: 'cms',
  label: '编译内容管理系统',
  inputs: [
    'cms/src/**/*',
    'cms/config/**/*',
    'cms/tsconfig.json',
    'shared/src/**/*',
    'tsconfig.base.json',
    lockfile,
  ],
  output: 'cms/dist/src/index.js',
  program: 'tsc',
  args: ['-p', 'tsconfig.json'],
  folder: 'cms',
};

export const bundleStep: BuildStep = {
  name: 'bundle',
  label: '构建网站模板',
  inputs: [
    'site/src/**/*',
    'site/public/**/*',
    'site/astro.config.*',
    'site/package.json',
    'shared/src/**/*',
    lockfile,
  ],
  output: 'site/.bundle/server/entry.mjs',
  program: 'astro',
  args: ['build'],
  folder: 'site',
  environment: { XINGLIN_BUNDLE: '1', NODE_ENV: 'production' },
};

/** In the order in which they run: `strapi build` empties parts of `cms/dist`, so `tsc` follows it. */
export const allSteps: readonly BuildStep[] = [sharedStep, adminStep, cmsStep, bundleStep];

/** Where a step's stamp lies. A stamp counts only while the step's output is there as well. */
export function stampOf(root: string, step: BuildStep): string {
  return join(root, 'node_modules', '.xinglin', `${step.name}.stamp`);
}
