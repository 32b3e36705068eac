/** Who works here: the roles of the office, named in its language. */
import type { Core } from '@strapi/strapi';
import { removalAction } from '../publication/removal-permission.ts';

interface Role {
  id: number;
  name: string;
}

/** The names and descriptions that Strapi gives its three roles, and ours. An office's own wording is kept. */
const renamed = [
  {
    code: 'strapi-super-admin',
    from: 'Super Admin',
    to: '系统管理员',
    description: '可以使用和设置一切，包括账号与权限。',
  },
  {
    code: 'strapi-editor',
    from: 'Editor',
    to: '编辑',
    description:
      '由系统维护：可以撰写、修改、发布所有内容并管理媒体，不能改系统设置。需要别的权限请另建角色。',
  },
  {
    code: 'strapi-author',
    from: 'Author',
    to: '通讯员',
    description: '只能撰写和修改自己的内容，不能发布。',
  },
] as const;

export const editorCode = 'strapi-editor';

const mediaActions = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
];

/** The corners of Strapi's admin services that this file needs; Strapi publishes no types for them. */
interface AdminServices {
  role: {
    findOne(where: { code: string }): Promise<Role | null>;
    create(role: { name: string; code: string; description: string }): Promise<Role>;
    assignPermissions(id: number, permissions: readonly unknown[]): Promise<unknown>;
  };
  permission: {
    actionProvider: { values(): { section: string; actionId: string; subjects?: string[] }[] };
  };
  contentType: {
    getPermissionsWithNestedFields(
      actions: readonly unknown[],
      options: { restrictedSubjects: readonly string[] },
    ): readonly object[];
  };
}

const services = (strapi: Core.Strapi): AdminServices => ({
  role: strapi.service('admin::role') as unknown as AdminServices['role'],
  permission: strapi.service('admin::permission') as unknown as AdminServices['permission'],
  contentType: strapi.service('admin::content-type') as unknown as AdminServices['contentType'],
});

/** Gives Strapi's roles Chinese names, and the editors all contents and media but no settings. */
export async function ensureRoles(strapi: Core.Strapi): Promise<void> {
  await limitNewAuthors(strapi);
  for (const { code, from, to, description } of renamed) {
    await strapi.db
      .query('admin::role')
      .updateMany({ where: { code, name: from }, data: { name: to, description } });
  }
  await ensureEditor(strapi);
}

/**
 * At the first boot Strapi gives its authors whatever it knows of contents but publishing, ours included. Those who
 * may not publish may not take off the site either; a role that already bears an office's name is the office's.
 */
async function limitNewAuthors(strapi: Core.Strapi): Promise<void> {
  const author = renamed.find(({ code }) => code === 'strapi-author');
  await strapi.db.query('admin::permission').deleteMany({
    where: { action: removalAction, role: { code: author?.code, name: author?.from } },
  });
}

async function ensureEditor(strapi: Core.Strapi): Promise<void> {
  const { role, permission, contentType } = services(strapi);
  const wanted = renamed.find(({ code }) => code === editorCode);
  if (wanted === undefined) throw new Error(`No wording for the role ${editorCode}.`);
  const editor =
    (await role.findOne({ code: editorCode })) ??
    (await role.create({ name: wanted.to, code: editorCode, description: wanted.description }));
  const actions = permission.actionProvider.values().filter(({ section }) => section === 'contentTypes');
  const foreign = Object.keys(strapi.contentTypes).filter((uid) => !uid.startsWith('api::'));
  await role.assignPermissions(editor.id, [
    ...contentType.getPermissionsWithNestedFields(actions, { restrictedSubjects: foreign }),
    ...mediaActions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  ]);
}
