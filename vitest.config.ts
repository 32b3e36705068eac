import { defineConfig } from 'vitest/config';

/** Whole-system tests boot Strapi, build with Astro or drive Chromium: minutes, not seconds, on two cores. */
const system = (name: string) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/testing/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'shared/src/**/*.test.ts',
            'site/src/**/*.test.ts',
            'scripts/**/*.test.ts',
            'cms/src/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', '**/.bundle/**'],
          testTimeout: 20_000,
        },
      },
      system('contract'),
      system('equivalence'),
      system('faults'),
      system('accessibility'),
      system('journeys'),
    ],
  },
});
