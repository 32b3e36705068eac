/**
 * A CMS with its office, as a process that can be killed: `node office.ts DATA_DIR`. Tells its address, performs acts
 * that it is sent, several at once, and answers each by its number.
 */

import { startCms } from '../../../rigs/cms.ts';
import { type HistoryAct, perform } from '../../../rigs/history.ts';
import { Memory } from '../../../rigs/memory.ts';

/** An act to perform. */
export interface Order {
  number: number;
  act: HistoryAct;
}

/** What became of it. Two writers may be in each other's way: what Strapi refuses then is no fault. */
export interface Answer {
  number: number;
  outcome: string;
}

const [, , dataDir = ''] = process.argv;
const cms = await startCms({ dataDir });
const memory = new Memory();

/** What is on the site now, and what was: some acts choose from it. */
async function act(wanted: HistoryAct): Promise<string> {
  try {
    await memory.look(cms.strapi);
    return await perform(cms, wanted, memory);
  } catch (error) {
    return `没有做成：${String(error)}`;
  }
}

process.on('message', (order: Order) => {
  void act(order.act).then((outcome) => process.send?.({ number: order.number, outcome } satisfies Answer));
});
process.once('disconnect', () => process.exit());
process.send?.({ url: cms.url, token: cms.publisherToken });
