/**
 * The office's browser speaks Chinese before it has chosen anything. Strapi reads these keys when it renders,
 * so they are set while modules load; a choice that somebody made is left alone.
 */
const defaults: Readonly<Record<string, string>> = {
  'strapi-admin-language': 'zh-Hans',
  // Announcements of the vendor's own. The keys end in the project's id, which is `false` without telemetry,
  // and `undefined` until the first answer of the server.
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false': 'true',
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:undefined': 'true',
};

for (const [key, value] of Object.entries(defaults)) {
  if (window.localStorage.getItem(key) === null) window.localStorage.setItem(key, value);
}
document.documentElement.lang = 'zh-Hans';
