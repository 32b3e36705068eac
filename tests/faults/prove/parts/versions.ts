/** The next version of a site: much changes, some comes, some goes. */
import type { Dice } from '../../../rigs/corpus-random.ts';
import { article, tag } from '../../../rigs/items.ts';
import type { Ledger } from '../../../rigs/ledger.ts';

/**
 * Rewrites a quarter of the articles, brings two, takes two away, and renames what many pages name.
 * @param lines how much longer a rewritten article gets; of any length where absent.
 */
export function rewrite(ledger: Ledger, dice: Dice, lines?: number): void {
  const articles = ledger.items().filter((item) => item.type === 'article');
  for (const item of dice.some(articles, 10)) {
    const title = `第 ${ledger.revision} 版`;
    const more = `${title}的正文。\n\n`.repeat(lines ?? dice.int(1, 600));
    ledger.put({ ...item, title, body: lines === undefined ? more : item.body + more });
  }
  for (const item of dice.some(articles, 2)) ledger.remove('article', item.id);
  for (let at = 0; at < 2; at += 1) ledger.put(article(`n${ledger.revision}`, { tags: ['ai'] }));
  ledger.put(tag('ai', `人工智能 ${ledger.revision}`));
}
