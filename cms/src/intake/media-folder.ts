/** Files that come in lie in a folder of their own, under a name that the office understands. */
import type { Core } from '@strapi/strapi';

interface FolderService {
  create(folder: { name: string; parent: null }): Promise<{ id: number }>;
}

const name = '收录';

/**
 * Makes the folder before the upload plugin makes its own “API Uploads”: the plugin asks its store which one
 * to use. A folder that the office renamed or moved stays the one.
 */
export async function ensureIntakeFolder(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'upload', key: 'api-folder' });
  const known = (await store.get({})) as { id?: number } | null;
  const folders = strapi.db.query('plugin::upload.folder');
  if (known?.id !== undefined && (await folders.findOne({ where: { id: known.id } })) !== null) return;
  const same = (await folders.findOne({ where: { name, parent: null } })) as { id: number } | null;
  const service = strapi.plugin('upload').service('folder') as unknown as FolderService;
  const { id } = same ?? (await service.create({ name, parent: null }));
  await store.set({ value: { id } });
}
