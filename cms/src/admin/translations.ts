/** What Strapi's own Chinese leaves in English, and a few words that suit an office better. */
import admin from './translations/admin.json';
import contentManager from './translations/content-manager.json';
import contentManagerCommon from './translations/content-manager-common.json';
import unlisted from './translations/unlisted.json';
import upload from './translations/upload.json';

type Words = Record<string, string>;

const prefixed = (plugin: string, words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${plugin}.${key}`, text]));

/** By language, as Strapi's admin configuration wants it. */
export const translations: Record<string, Words> = {
  'zh-Hans': {
    ...admin,
    // Texts of Strapi's own code that stand in none of its language files.
    ...unlisted,
    ...prefixed('content-manager', contentManagerCommon),
    ...prefixed('content-manager', contentManager),
    ...prefixed('upload', upload),
  },
};
