/** The newsroom's table of contents: what is set up before Strapi starts, and what is made true at every boot. */
import type { Core } from '@strapi/strapi';
import { turnChoicesIntoEnumerations } from './model/choices.ts';

interface Context {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    turnChoicesIntoEnumerations(strapi);
  },

  async bootstrap(_context: Context): Promise<void> {},
};
