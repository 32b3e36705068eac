/** Serves the whole feed of a corpus, made as it is sent: `node feed-process.ts ARTICLES`. Tells its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { formDigest } from '@xinglin/shared/digest.js';
import { feedFormat, feedLine, frameFeed } from '@xinglin/shared/feed.js';
import { corpus, corpusEpoch } from '../../rigs/corpus.ts';

const articles = Number(process.argv[2]);
let revision = 0;
for (const _ of corpus({ articles })) revision += 1;

function* lines(): Generator<string> {
  let at = 0;
  for (const item of corpus({ articles })) {
    at += 1;
    yield feedLine({ kind: 'put', revision: at, digest: formDigest(item), item });
  }
}

const server = createServer((_request, response) => {
  const head = { kind: 'header', format: feedFormat, epoch: corpusEpoch, since: 0, revision } as const;
  Readable.from(frameFeed(head, lines())).pipe(response);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
