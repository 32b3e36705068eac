/** A newsroom that is rewritten from version to version: pages large enough to be seen half written. */
import { article, site, tag } from './items.ts';
import { Ledger } from './ledger.ts';

const articles = 12;

/** The ledger at a version: each changes every article, brings some and takes some away. */
export function versionOf(version: number): Ledger {
  const ledger = new Ledger();
  ledger.put(site, tag('ai', `人工智能 ${version}`));
  for (let at = version; at < version + articles; at += 1) {
    ledger.put(
      article(`a${at}`, {
        title: `版本 ${version}`,
        tags: ['ai'],
        body: String(version % 10).repeat(150_000),
      }),
    );
  }
  if (version > 0)
    for (let at = 0; at < version; at += 1) ledger.put(article(`a${at}`)).remove('article', `a${at}`);
  // Later versions have later revisions, whatever they hold.
  const shift = version * 1_000;
  for (const [key, change] of ledger.rows)
    ledger.rows.set(key, { ...change, revision: change.revision + shift });
  ledger.revision += shift;
  return ledger;
}
