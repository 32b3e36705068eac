import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { HttpContext } from '../../../publication/http.ts';
import { pathOf } from '../../../publication/media/library.ts';
import { hashFile, statOf } from '../../../publication/media/probe.ts';
import { presentedUrl } from '../../../publication/media/probes.ts';
import { lookAgain } from '../../../publication/media/reconcile.ts';
import { publicationOf } from '../../../publication/publication.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `GET /api/xinglin/media/<sha256>`: the bytes of a presented file, never any others. */
  async read(context: HttpContext) {
    const sha256 = context.params['sha256'] ?? '';
    const url = /^[0-9a-f]{64}$/.test(sha256) ? await presentedUrl(strapi.db.connection, sha256) : undefined;
    if (url === undefined) return context.notFound(`No presented file has the hash ${sha256}.`);
    const path = pathOf(strapi, url);
    const found = await statOf(path);
    // A replacement writes the bytes before the row: what lies there now may be the next version, or nothing.
    if (found === undefined || (await hashFile(path)) !== sha256) {
      await lookAgain(publicationOf(strapi), url);
      return context.notFound(`The bytes of ${sha256} are there no more. Read the feed again.`);
    }
    context.set('Content-Type', 'application/octet-stream');
    context.set('Content-Length', String(found.size));
    context.body = createReadStream(path);
  },
});
