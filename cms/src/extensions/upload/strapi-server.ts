/** What our media say beyond Strapi's own file: who took the picture. */

/** The part of Strapi's upload plugin that is extended here. */
interface UploadPlugin {
  contentTypes: { file: { schema: { attributes: Record<string, object> } } };
}

export default (plugin: UploadPlugin): UploadPlugin => {
  plugin.contentTypes.file.schema.attributes['credit'] = {
    type: 'string',
    maxLength: 60,
    pluginOptions: { xinglin: { label: '摄影' } },
  };
  return plugin;
};
