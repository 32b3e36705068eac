/** axe-core in the page as the reader's browser shows it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export interface Violation {
  id: string;
  impact: string | null;
  targets: string[];
}

/** Brings axe along to every later page, which the pages' Content-Security-Policy rightly refuses to a script tag. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(script);
}

/** Breaches of WCAG 2.2 A and AA and of axe's best practices. `bringAxe` comes before the page. */
export async function violations(page: Page): Promise<Violation[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: { resultTypes: string[] }): Promise<{
          violations: { id: string; impact: string | null; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    // What passes is not spelled out: that takes a third of the time.
    const result = await axe.run({ resultTypes: ['violations'] });
    return result.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      targets: nodes.slice(0, 5).map(({ target }) => target.join(' ')),
    }));
  });
}
