/** What is true of a CMS that has just booted on an empty folder, and stays true after the second boot. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { signIn } from '../rigs/office.ts';

/** The content manager's stored configuration, as far as it is read here. */
interface Configuration {
  metadatas: Record<string, { edit: { label: string } }>;
  layouts: unknown;
}

interface Token {
  name: string;
  type: string;
  permissions: { action: string }[];
}

describe('a newly booted CMS', () => {
  let cms: Cms;
  const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-boot-'));
  beforeAll(async () => {
    cms = await startCms({ dataDir });
  });
  afterAll(async () => {
    await cms[Symbol.asyncDispose]();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const query = (uid: string) => cms.strapi['db'].query(uid);

  it('has exactly the two machine tokens, each with its own actions, and keeps only hashes', async () => {
    const tokens = await query('admin::api-token').findMany({ populate: ['permissions'] });
    const told = tokens.map(({ name, type, permissions }: Token) => ({
      name,
      type,
      actions: permissions.map(({ action }) => action).sort(),
    }));
    expect(told).toEqual([
      {
        name: '发布程序',
        type: 'custom',
        actions: [
          'api::publication.feed.read',
          'api::publication.feed.wait',
          'api::publication.media.read',
          'api::publication.receipts.store',
        ],
      },
      {
        name: '内容导入',
        type: 'custom',
        actions: ['api::intake.intake.documents', 'api::intake.intake.find', 'api::intake.intake.media'],
      },
    ]);
    expect(JSON.stringify(tokens)).not.toContain(cms.publisherToken);
  });

  it('offers no way to have a file fetched from an address', async () => {
    const office = await signIn(cms.url);
    const answer = await office.request('POST', '/upload/actions/upload-from-urls', { urls: [cms.url] });
    expect([404, 405]).toContain(answer.status);
  });

  it('has no users-permissions plugin and no public route for a content type', () => {
    expect(Object.keys(cms.strapi['plugins'])).not.toContain('users-permissions');
    const ours = Object.values(cms.strapi['apis']).flatMap((api) =>
      Object.values((api as { routes: Record<string, { routes: { path: string }[] }> }).routes),
    );
    const paths = ours.flatMap(({ routes }) => routes.map(({ path }) => path));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !path.startsWith('/xinglin/'))).toEqual([]);
  });

  it('writes ahead in its database and waits for locks', async () => {
    const connection = cms.strapi['db'].connection;
    expect(await connection.raw('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await connection.raw('pragma busy_timeout')).toEqual([{ timeout: 5000 }]);
  });

  it('sends no telemetry and looks for no updates', () => {
    expect(cms.strapi['telemetry'].isDisabled).toBe(true);
    expect(cms.strapi['config'].get('uuid')).toBeFalsy();
    expect(cms.strapi['config'].get('server.logger.updates.enabled')).toBe(false);
    expect(cms.strapi['config'].get('admin.flags')).toEqual({
      nps: false,
      promoteEE: false,
      docLinks: false,
    });
  });

  it('tells the browser to load nothing from elsewhere and to run no inline script', async () => {
    const policy = (await fetch(`${cms.url}/admin/init`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|strapi|jsdelivr/);
  });

  it.each(['/data.db', '/uploads/../data.db', '/uploads/%2e%2e/data.db', '/uploads/..%2f..%2fdata.db'])(
    'does not serve its database at %s',
    async (path) => {
      const answer = await fetch(`${cms.url}${path}`);
      expect((await answer.text()).startsWith('SQLite format')).toBe(false);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  it('has an icon for the browser that asks for one', async () => {
    const icon = await fetch(`${cms.url}/favicon.ico`);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });

  it('serves uploads', async () => {
    writeFileSync(join(dataDir, 'cms', 'uploads', 'probe.txt'), '杏林');
    expect(await (await fetch(`${cms.url}/uploads/probe.txt`)).text()).toBe('杏林');
  });

  it('stores the first administrator’s password as a hash, and lets that person in', async () => {
    const [user] = await query('admin::user').findMany({ populate: ['roles'] });
    expect(user.email).toBe('admin@example.test');
    expect(user.password).toMatch(/^\$2[aby]\$/);
    expect(user.roles.map((role: { name: string }) => role.name)).toEqual(['系统管理员']);
    await expect(signIn(cms.url)).resolves.toBeDefined();
  });

  it('gives editors all contents and media, and no settings', async () => {
    const role = await query('admin::role').findOne({
      where: { name: '编辑' },
      populate: ['permissions'],
    });
    const granted = role.permissions as { action: string; subject: string | null }[];
    const contents = granted.filter(({ subject }) => subject !== null);
    expect(new Set(contents.map(({ subject }) => subject)).size).toBe(15);
    const others = granted.filter(({ subject }) => subject === null).map(({ action }) => action);
    expect(others.every((action) => action.startsWith('plugin::upload.'))).toBe(true);
  });

  it('offers nobody the vendor’s shop or the model editor', async () => {
    const granted = await query('admin::permission').findMany({
      where: { action: { $in: ['admin::marketplace.read', 'plugin::content-type-builder.read'] } },
    });
    expect(granted).toEqual([]);
  });

  it('speaks Chinese of every field', async () => {
    const office = await signIn(cms.url);
    const uid = 'api::article.article';
    const { json } = await office.request('GET', `/content-manager/content-types/${uid}/configuration`);
    const { metadatas } = (json as { data: { contentType: Configuration } }).data.contentType;
    for (const [field, { edit }] of Object.entries(metadatas)) {
      // Strapi adds this one to its answer by itself, and shows it nowhere unless asked to.
      if (field !== 'documentId') expect(edit.label, field).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the second boot of a CMS', () => {
  it('changes no label, no role and no account', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'xinglin-boot-'));
    const state = async () => {
      await using cms = await startCms({ dataDir });
      const rows = (uid: string) => cms.strapi['db'].query(uid).findMany({ orderBy: { id: 'asc' } });
      // Strapi itself rewrites a few flags of its own on the second boot: only what we write is compared.
      const labels = (await rows('strapi::core-store'))
        .filter(({ key }: { key: string }) => key.startsWith('plugin_content_manager_configuration_'))
        .map(({ key, value }: { key: string; value: string }) => {
          const { metadatas, layouts } = JSON.parse(value) as Configuration;
          return [key, layouts, Object.entries(metadatas).map(([name, { edit }]) => [name, edit])];
        });
      const users = (await rows('admin::user')).map(({ id, email }: { id: number; email: string }) => [
        id,
        email,
      ]);
      const tokens = (await rows('admin::api-token')).map(({ id, name }: { id: number; name: string }) => [
        id,
        name,
      ]);
      return { labels, users, tokens };
    };
    const first = await state();
    expect(await state()).toEqual(first);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
