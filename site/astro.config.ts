import { rename, rmdir } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { defineConfig } from 'astro/config';

// Astro reads this when it first wants to report; whoever runs it, nothing leaves the machine.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** `XINGLIN_BUNDLE=1` builds what the publisher loads; without it, a plain static site (docs/decisions). */
const bundle = process.env['XINGLIN_BUNDLE'] === '1';

/** The whole adapter: the server's entry is ours, and nothing else is adapted. */
const publisherBundle: AstroIntegration = {
  name: 'xinglin-publisher-bundle',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'xinglin-publisher-bundle',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/bundle.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
      }),
  },
};

/** `getStaticPaths` is the stock build's; in the bundle Astro would only warn that it ignores each of them. */
const withoutStaticPaths = {
  name: 'xinglin-without-static-paths',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.includes('/src/pages/') ? code.replace(/^export const getStaticPaths = .*;$/m, '') : undefined,
};

/** Astro stores 404 as a file by itself; web servers want 410 the same way. */
const goneAsFile: AstroIntegration = {
  name: 'xinglin-gone-as-file',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      await rename(new URL('410/index.html', dir), new URL('410.html', dir));
      await rmdir(new URL('410/', dir));
    },
  },
};

export default defineConfig({
  ...(bundle
    ? { output: 'server', adapter: publisherBundle, outDir: './.bundle', cacheDir: './.astro/bundle' }
    : { output: 'static', integrations: [goneAsFile] }),
  build: { format: 'directory', inlineStylesheets: 'never' },
  // JSX rules: a line break between inline elements would otherwise be a visible gap between Han characters.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  vite: {
    plugins: bundle ? [withoutStaticPaths] : [],
    // Small scripts and pictures stay files: the pages' Content-Security-Policy allows nothing inline.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    // One copy of the contract in publisher and bundle, so that its errors are the same classes.
    ssr: { external: ['@xinglin/shared'] },
  },
});
