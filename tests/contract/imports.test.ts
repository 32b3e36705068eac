import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../rigs/newsroom.ts';

/** In site, imports go one way: a layer may import itself and those after it. */
const layers = ['pages', 'layouts', 'components'] as const;
const seenByTemplates = ['assets', 'islands', 'styles', 'views'] as const;

interface Import {
  from: string;
  to: string;
}

function importsOf(file: string, text: string): Import[] {
  const frontmatter = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? '';
  return [...frontmatter.matchAll(/^import\s[^'"]*['"]([^'"]+)['"]/gm)].map((match) => {
    const specifier = match[1] as string;
    return {
      from: file,
      to: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
    };
  });
}

/** The rule itself, so that the test can be shown to catch a breach. */
export function breaches(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => {
    const rank = layers.findIndex((layer) => from.startsWith(`site/src/${layer}/`));
    const target = layers.findIndex((layer) => to.startsWith(`site/src/${layer}/`));
    if (/^(?:\.\.\/)*(?:cms|scripts|tests)\//.test(to)) return true;
    if (target !== -1) return target < rank;
    if (!to.startsWith('site/src/')) return false;
    return !seenByTemplates.some((folder) => to.startsWith(`site/src/${folder}/`)) && rank > 0;
  });
}

describe('imports of .astro files', () => {
  const files = globSync('site/src/**/*.astro', { cwd: root });

  test('go from pages to layouts to components, never back', () => {
    expect(files.length).toBeGreaterThan(10);
    const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
    expect(breaches(imports)).toEqual([]);
  });

  test('that go back are caught', () => {
    const wrong = importsOf(
      'site/src/components/A.astro',
      "---\nimport B from '../layouts/B.astro';\n---\n<p />",
    );
    expect(breaches(wrong)).toHaveLength(1);
  });
});
