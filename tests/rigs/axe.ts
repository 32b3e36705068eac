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

/** Breaches of WCAG 2.2 A and AA and of axe's best practices. */
export async function violations(page: Page): Promise<Violation[]> {
  // By the debugger's way in: the pages' Content-Security-Policy rightly refuses a script tag of ours.
  await page.evaluate(script);
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
