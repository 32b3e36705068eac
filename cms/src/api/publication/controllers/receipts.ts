import type { Core } from '@strapi/strapi';
import { receipts } from '@xinglin/shared/receipts.js';
import type { HttpContext } from '../../../publication/http.ts';
import { publicationOf } from '../../../publication/publication.ts';
import { storeReceipts } from '../../../publication/receipts.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `POST /api/xinglin/receipts` */
  async store(context: HttpContext) {
    const parsed = receipts.safeParse(context.request.body);
    if (!parsed.success) {
      const wrong = parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .slice(0, 10);
      return context.badRequest(`The receipts do not follow their format: ${wrong.join('; ')}`);
    }
    await storeReceipts(publicationOf(strapi), parsed.data);
    context.status = 204;
    context.body = null;
  },
});
