/** Chosen, so that Strapi neither asks nor announces: the present media library. */
export default { useLegacyMediaLibrary: false };
