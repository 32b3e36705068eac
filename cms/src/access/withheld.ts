/**
 * What nobody here needs, and what would call on the vendor: its shop, its model editor (schema.json is code
 * here, changed by commits), data transfer (switched off in config/server.ts). Strapi grants its super
 * administrators everything at every boot; these are taken back right after.
 */
import type { Core } from '@strapi/strapi';

const withheld = [
  'admin::marketplace.read',
  'plugin::content-type-builder.read',
  'plugin::content-releases.',
  'plugin::review-workflows.',
  'admin::transfer.',
  'admin::provider-login.',
  'admin::audit-logs.',
];

/** Takes the withheld permissions from every role, which also takes their links off the menus. */
export async function withholdPermissions(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .query('admin::permission')
    .deleteMany({ where: { $or: withheld.map((action) => ({ action: { $startsWith: action } })) } });
}
