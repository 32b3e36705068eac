/** Site settings exist from the first boot on: without them no page has a name, an address or a breadcrumb. */
import type { Core } from '@strapi/strapi';
import { asSystem } from '../publication/actor.ts';

const uid = 'api::site.site';

/** What a new newsroom is called until the office says otherwise; the rest are the schema's own defaults. */
const unnamed = { name: '医院新闻', organisation: '请在“站点设置”中填写单位名称' };

/** Creates the one document where there is none. Runs after the publication's tables stand, so that it is presented. */
export async function ensureSiteSettings(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.documents(uid).count({})) > 0) return;
  await asSystem('系统初始设置', () => strapi.documents(uid).create({ data: unnamed as never }));
}
