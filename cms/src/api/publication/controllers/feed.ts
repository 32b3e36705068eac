import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { feedContentType, feedFormat, frameFeed } from '@xinglin/shared/feed.js';
import { openFeedSource } from '../../../publication/feed-source.ts';
import { readHead } from '../../../publication/head.ts';
import { type HttpContext, wholeNumber } from '../../../publication/http.ts';
import { publicationOf } from '../../../publication/publication.ts';

const maxRevision = 2_147_483_647;
/** Milliseconds between looks at the database: another instance's commits wake nobody here. */
const recheck = 2_000;
const badSince = 'The parameter since is a revision: a whole number from 0. Send 0 for everything.';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * `GET /api/xinglin/feed?since=12`: all that was presented after revision 12. A cursor ahead of the head gets
   * a feed without rows, whose header shows that the cursor is another database's.
   */
  async read(context: HttpContext) {
    const since = wholeNumber(context.query['since'], { fallback: 0, max: maxRevision });
    if (since === undefined) return context.badRequest(badSince);
    const source = await openFeedSource(publicationOf(strapi), since);
    const { epoch, revision } = source.head;
    const head = { kind: 'header', format: feedFormat, epoch, since, revision } as const;
    const stream = Readable.from(frameFeed(head, source.lines()));
    stream.once('close', () => void source.close());
    context.set('Content-Type', feedContentType);
    context.set('Cache-Control', 'no-store');
    context.body = stream;
  },

  /** `GET /api/xinglin/feed/wait?since=12&seconds=25`: answers as soon as there is more, or with the same. */
  async wait(context: HttpContext) {
    const since = wholeNumber(context.query['since'], { fallback: 0, max: maxRevision });
    const seconds = wholeNumber(context.query['seconds'], { fallback: 25, max: 60 });
    if (since === undefined) return context.badRequest(badSince);
    if (seconds === undefined)
      return context.badRequest('The parameter seconds is a whole number from 0 to 60.');
    const { waiters } = publicationOf(strapi);
    const gone = new AbortController();
    context.res.once('close', () => gone.abort());
    const end = Date.now() + seconds * 1_000;
    for (;;) {
      if (gone.signal.aborted) return;
      const woken = waiters.next(Math.max(0, Math.min(recheck, end - Date.now())), gone.signal);
      const { revision } = await readHead(strapi.db.connection);
      if (revision > since || Date.now() >= end) {
        context.body = { revision };
        return;
      }
      await woken;
    }
  },
});
