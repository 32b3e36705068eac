/** The newsroom's table of contents: what is set up before Strapi starts, and what is made true at every boot. */
import type { Core } from '@strapi/strapi';
import { ensureFirstAdministrator } from './access/first-administrator.ts';
import { ensureRoles } from './access/roles.ts';
import { deleteDefaultTokens, ensureMachineTokens } from './access/tokens.ts';
import { withholdPermissions } from './access/withheld.ts';
import { writeLabels } from './labels/write.ts';
import { refuseActiveFiles, serveUploadsInert } from './media/gate.ts';
import { keepOriginals } from './media/originals.ts';
import { turnChoicesIntoEnumerations } from './model/choices.ts';
import { ensureSiteSettings } from './model/site-settings.ts';
import { bootNotify, registerNotify, stopNotify } from './notify/boot.ts';
import { bootPublication, registerPublication } from './publication/boot.ts';
import { giveSlugs } from './slug/middleware.ts';
import { makeSlugsUnique } from './slug/unique.ts';
import { bootViews, registerViews } from './views/boot.ts';

interface Context {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    // Before anything is changed: a setting that cannot be used ends the boot here.
    registerNotify(strapi);
    turnChoicesIntoEnumerations(strapi);
    // First, so that everything else that happens to a document happens in the transaction of the act.
    registerPublication(strapi);
    giveSlugs(strapi);
    refuseActiveFiles(strapi);
    serveUploadsInert(strapi);
    registerViews(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    await makeSlugsUnique(strapi);
    await keepOriginals(strapi);
    await writeLabels(strapi);
    await deleteDefaultTokens(strapi);
    await ensureMachineTokens(strapi);
    await ensureRoles(strapi);
    await withholdPermissions(strapi);
    await ensureFirstAdministrator(strapi);
    await bootPublication(strapi);
    await ensureSiteSettings(strapi);
    await bootNotify(strapi);
    await bootViews(strapi);
  },

  async destroy({ strapi }: Context): Promise<void> {
    await stopNotify(strapi);
  },
};
