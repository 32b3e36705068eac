/** The intake over HTTP: reads the request, hands it on, answers. */
import type { Core } from '@strapi/strapi';
import { intakeFindQuery, intakeKey, intakeRequest } from '@xinglin/shared/intake.js';
import { find } from '../../../intake/find.ts';
import { type ReceivedFile, takeInMedia } from '../../../intake/media.ts';
import { oneAtATime } from '../../../intake/one-at-a-time.ts';
import { describeIssues } from '../../../intake/request-problem.ts';
import { takeIn } from '../../../intake/take-in.ts';

interface Context {
  request: { body: unknown; files?: Record<string, unknown> };
  query: Record<string, unknown>;
  body: unknown;
  badRequest(message: string): void;
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async documents(ctx: Context): Promise<void> {
    const request = intakeRequest.safeParse(ctx.request.body);
    if (!request.success) return ctx.badRequest(describeIssues(request.error));
    const { approval, documents } = request.data;
    ctx.body = { results: await oneAtATime(() => takeIn(strapi, approval, documents)) };
  },

  async media(ctx: Context): Promise<void> {
    const fields = (ctx.request.body ?? {}) as Record<string, string | undefined>;
    const key = intakeKey.safeParse(fields['key']);
    if (!key.success) return ctx.badRequest(`key：${describeIssues(key.error)}`);
    const file = ctx.request.files?.['file'];
    if (file === undefined || Array.isArray(file))
      return ctx.badRequest('要在 file 栏里带一个文件，只带一个');
    const { alt, caption, credit } = fields;
    const received = { key: key.data, file: file as ReceivedFile, alt, caption, credit };
    ctx.body = await oneAtATime(() => takeInMedia(strapi, received));
  },

  async find(ctx: Context): Promise<void> {
    const query = intakeFindQuery.safeParse(ctx.query);
    if (!query.success) return ctx.badRequest(describeIssues(query.error));
    ctx.body = { matches: await find(strapi, query.data) };
  },
});
