/** What our media say beyond Strapi's own file: who took the picture, and whether it
 * only decorates. And what our CMS does not do: call outside. */

/** The part of Strapi's upload plugin that is extended here. */
interface UploadPlugin {
  contentTypes: { file: { schema: { attributes: Record<string, object> } } };
  routes: { admin: { routes: { path: string }[] } };
}

/** Fetches whatever address it is given, redirects and all; the CMS sits on an intranet and asks nobody. */
const fetchesFromOutside = '/actions/upload-from-urls';

export default (plugin: UploadPlugin): UploadPlugin => {
  plugin.contentTypes.file.schema.attributes['credit'] = {
    type: 'string',
    maxLength: 60,
    pluginOptions: { xinglin: { label: '摄影' } },
  };
  plugin.contentTypes.file.schema.attributes['decorative'] = {
    type: 'boolean',
    default: false,
    pluginOptions: { xinglin: { label: '装饰图' } },
  };
  const { admin } = plugin.routes;
  admin.routes = admin.routes.filter(({ path }) => path !== fetchesFromOutside);
  return plugin;
};
