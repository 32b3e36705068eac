/** Removal is content (law 6): 下线, 撤稿 and 转到另一页 by the office, through the admin's own session. */
import type { Tombstone } from '@xinglin/shared/feed.js';
import { itemPath, type PagedType, sections } from '@xinglin/shared/paths.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { type Office, signIn } from '../rigs/office.ts';
import { differences } from '../rigs/oracle.ts';
import { picture, upload } from '../rigs/pictures.ts';
import { startPostgres } from '../rigs/postgres.ts';

describe.each(['SQLite', 'PostgreSQL'])('removal on %s', (database) => {
  const ends = new AsyncDisposableStack();
  let cms: Cms;
  let desk: Newsdesk;
  let office: Office;
  beforeAll(async () => {
    const postgres = database === 'PostgreSQL' ? ends.use(await startPostgres()) : undefined;
    cms = ends.use(await startCms(postgres && { databaseUrl: postgres.url }));
    desk = await openNewsdesk(cms);
    office = await signIn(cms.url);
  });
  afterAll(() => ends.disposeAsync());

  const articles = () => cms.documents('api::article.article');
  const head = async (): Promise<number> =>
    (await cms.strapi['db'].connection('xinglin_head').first('revision')).revision;
  const ask = (type: string, id: string, request: object) =>
    office.request('POST', `/xinglin/removal/${type}/${id}`, request);
  /** Asks, and gives the feed's rows that came of it. */
  const remove = async (type: string, id: string, request: object) => {
    const before = await head();
    const answer = await ask(type, id, request);
    expect(answer, JSON.stringify(answer.json)).toMatchObject({ status: 200 });
    expect(await differences(cms.strapi)).toEqual([]);
    return (await cms.feed(before)).changes as Tombstone[];
  };

  it('withdraws with an explanation in one revision, and says who did it', async () => {
    const id = await desk.published({ title: '要撤的稿', slug: 'yao-che' });
    const before = await head();
    const changes = await remove('article', id, {
      reason: 'withdrawn',
      explanation: '  数据有误，\r\n已更正。 ',
    });
    expect(await head()).toBe(before + 1);
    expect(changes).toEqual([
      {
        kind: 'tombstone',
        revision: before + 1,
        type: 'article',
        id,
        act: '撤稿',
        reason: 'withdrawn',
        slug: 'yao-che',
        title: '要撤的稿',
        explanation: '数据有误，\n已更正。',
      },
    ]);
    expect(await articles().findOne({ documentId: id, status: 'published' })).toBeNull();
    expect(await articles().findOne({ documentId: id })).toMatchObject({ title: '要撤的稿' });
    const change = await cms.strapi['db']
      .connection('xinglin_change')
      .where({ revision: before + 1 })
      .first();
    expect(JSON.parse(change.actor)).toMatchObject({ kind: 'user', id: expect.any(Number) });
  });

  it('changes the explanation later, or the reason, and writes nothing where both are the same', async () => {
    const id = await desk.published({ title: '说明会改' });
    await remove('article', id, { reason: 'withdrawn', explanation: '先这样说' });
    const [anew] = await remove('article', id, { reason: 'withdrawn', explanation: '再那样说' });
    expect(anew).toMatchObject({ act: '撤稿', explanation: '再那样说' });
    expect(await remove('article', id, { reason: 'withdrawn', explanation: '再那样说' })).toEqual([]);
    const [gone] = await remove('article', id, { reason: 'gone' });
    expect(gone).toMatchObject({ act: '下线', reason: 'gone' });
    expect(gone).not.toHaveProperty('explanation');
  });

  it('comes back with the next publish, and its meaning with it goes', async () => {
    const id = await desk.published({ title: '撤了又发' });
    await remove('article', id, { reason: 'withdrawn', explanation: '查证中' });
    const before = await head();
    await articles().publish({ documentId: id });
    expect((await cms.feed(before)).changes).toMatchObject([{ kind: 'put', act: '发布', item: { id } }]);
    await articles().unpublish({ documentId: id });
    expect((await cms.feed(before)).changes).toMatchObject([
      { kind: 'tombstone', act: '下线', reason: 'gone' },
    ]);
  });

  it('keeps what was said of a document when it is deleted later', async () => {
    const id = await desk.published({ title: '撤了再删' });
    await remove('article', id, { reason: 'withdrawn', explanation: '已撤稿' });
    const before = await head();
    await articles().delete({ documentId: id });
    expect((await cms.feed(before)).changes).toEqual([]);
    expect((await cms.feed()).changes).toContainEqual(
      expect.objectContaining({ kind: 'tombstone', id, reason: 'withdrawn', explanation: '已撤稿' }),
    );
  });

  it.each([
    ['a path', (path: string) => path],
    ['a path without its closing slash', (path: string) => path.slice(0, -1)],
    ['the whole address', (path: string) => `https://www.example.test${path}`],
    ['an address that it left', () => '/news/qu-chu-jiu/'],
  ])('redirects to %s of another page', async (_what, spelled) => {
    const number = await head();
    const target = await desk.published({ title: `去处${number}`, slug: `qu-chu-${number}` });
    await articles().update({ documentId: target, data: { slug: 'qu-chu-jiu' }, status: 'published' });
    const path = `/news/qu-chu-xin-${number}/`;
    await articles().update({
      documentId: target,
      data: { slug: `qu-chu-xin-${number}` },
      status: 'published',
    });
    const id = await desk.published({ title: `转走${number}` });
    const [gone] = await remove('article', id, { reason: 'redirect', redirectTo: spelled(path) });
    expect(gone).toMatchObject({ act: '转移', reason: 'redirect', redirectTo: path });
    expect((await cms.feed()).quarantined).toEqual([]);
  });

  it('redirects to the home page and to a list of the site that has entries', async () => {
    for (const redirectTo of ['/', '/departments/']) {
      const id = await desk.published({ title: '转到栏目' });
      const [gone] = await remove('article', id, { reason: 'redirect', redirectTo });
      expect(gone).toMatchObject({ redirectTo });
    }
    const id = await desk.published({ title: '列表还是空的' });
    const answer = await ask('article', id, { reason: 'redirect', redirectTo: '/consultations/' });
    expect(JSON.stringify(answer.json)).toContain('没有“/consultations/”这一页');
  });

  it('follows the page that it redirects to: through a move, a swap and a removal, in one hop', async () => {
    const [a, b, c] = [
      await desk.published({ title: '甲', slug: 'jia' }),
      await desk.published({ title: '乙', slug: 'yi' }),
      await desk.published({ title: '丙', slug: 'bing' }),
    ];
    const [x, y] = [await desk.published({ title: '转甲' }), await desk.published({ title: '也转甲' })];
    const leadsTo = async (id: string) =>
      JSON.parse(
        (await cms.strapi['db'].connection('xinglin_presented').where({ document_id: id }).first()).form,
      ).redirectTo;
    const moveTo = (documentId: string, slug: string) =>
      articles().update({ documentId, data: { slug }, status: 'published' });
    await remove('article', x, { reason: 'redirect', redirectTo: '/news/jia/' });
    await moveTo(a, 'lin-shi');
    await moveTo(b, 'jia');
    await moveTo(a, 'yi');
    expect(await leadsTo(x), 'not to 乙, which stands at /news/jia/ now').toBe('/news/yi/');
    await remove('article', y, { reason: 'redirect', redirectTo: '/news/lin-shi/' });
    expect(await leadsTo(y)).toBe('/news/yi/');
    const changes = await remove('article', a, { reason: 'redirect', redirectTo: '/news/bing/' });
    expect(changes.map(({ id, act }) => [id, act])).toEqual([
      [a, '转移'],
      ...[x, y].sort().map((id) => [id, '重新呈现']),
    ]);
    expect([await leadsTo(x), await leadsTo(y)]).toEqual(['/news/bing/', '/news/bing/']);
    await moveTo(c, 'bing-xin');
    expect([await leadsTo(x), await leadsTo(a)]).toEqual(['/news/bing-xin/', '/news/bing-xin/']);
    await articles().publish({ documentId: a });
    expect([await leadsTo(x), await leadsTo(y)]).toEqual(['/news/yi/', '/news/yi/']);
    expect((await ask('article', a, { reason: 'redirect', redirectTo: '/news/yi/' })).status).toBe(400);
  });

  it('hides a hub, whose page redirects and comes back when it is shown again', async () => {
    const departments = cms.documents('api::department.department');
    const old = await departments.create({ data: { name: '旧科', category: '临床' } });
    await departments.create({ data: { name: '新科', category: '临床' } });
    const [gone] = await remove('department', old.documentId, {
      reason: 'redirect',
      redirectTo: '/departments/xin-ke/',
    });
    expect(gone).toMatchObject({ type: 'department', redirectTo: '/departments/xin-ke/' });
    expect(await departments.findOne({ documentId: old.documentId })).toMatchObject({ visible: false });
    await departments.update({ documentId: old.documentId, data: { phone: '12345678' } });
    const before = await head();
    await departments.update({ documentId: old.documentId, data: { visible: true } });
    expect((await cms.feed(before)).changes).toMatchObject([{ kind: 'put', item: { name: '旧科' } }]);
  });

  it('takes a document of every type with a page off the site, and lets it come back', async () => {
    const channel = desk.channel.documentId;
    const departments = [desk.department.documentId];
    const file = await upload(cms.strapi, '短片.png', await picture(7));
    const notice = { title: '通知', body: '正文', category: '通知', publishedOn: '2026-11-23', channel };
    const documents: Record<PagedType, object> = {
      article: { title: '新闻', body: '正文', channel, sources: [{ kind: '外部单位', label: '某单位' }] },
      campus: { name: '院区', address: '一号' },
      channel: { name: '栏目', category: '新闻' },
      consultation: { title: '咨询', question: '问', answer: '答', answeredOn: '2026-11-23', departments },
      department: { name: '科室', category: '临床' },
      disease: { name: '疾病', body: '正文', departments },
      doctor: { name: '张三', title: '主任医师', departments },
      notice,
      page: { title: '单页', body: '正文', channel },
      series: { name: '系列' },
      tag: { name: '标签' },
      topic: { title: '专题', blocks: [] },
      video: { title: '视频', file: file.id, publishedOn: '2026-11-23', departments },
    };
    expect(Object.keys(documents).sort()).toEqual(['channel', ...Object.keys(sections)].sort());
    for (const [type, data] of Object.entries(documents) as [PagedType, object][]) {
      const service = cms.documents(`api::${type}.${type}`);
      const { documentId, slug } = await service.create({ data, status: 'published' });
      const [gone] = await remove(type, documentId, { reason: 'withdrawn', explanation: '已撤稿' });
      expect(gone, type).toMatchObject({ type, id: documentId, reason: 'withdrawn', slug });
      const before = await head();
      if (['article', 'notice', 'page', 'topic'].includes(type)) await service.publish({ documentId });
      else await service.update({ documentId, data: { visible: true } });
      expect((await cms.feed(before)).changes, type).toMatchObject([{ kind: 'put', item: { type, slug } }]);
      expect(itemPath(type, String(slug))).toMatch(/^\/[a-z/0-9-]+\/$/);
    }
  });

  it('refuses what cannot be done with a Chinese sentence, and changes nothing', async () => {
    const id = await desk.published({ title: '不能这样撤', slug: 'bu-neng' });
    const draft = await desk.draft({ title: '没上线', slug: 'mei-shang-xian' });
    const before = await head();
    const cases: [string, object, string][] = [
      [id, {}, '请选择怎样撤下'],
      [id, { reason: 'other' }, '请选择怎样撤下'],
      [id, { reason: 'withdrawn' }, '必须写明说明'],
      [id, { reason: 'withdrawn', explanation: ' \n ' }, '必须写明说明'],
      [id, { reason: 'withdrawn', explanation: '长'.repeat(501) }, '最多 500 个字，现在有 501 个'],
      [id, { reason: 'withdrawn', explanation: '响\u0007' }, '控制字符'],
      [id, { reason: 'redirect' }, '请填写要转到哪一页'],
      [id, { reason: 'redirect', redirectTo: 'https://evil.example/' }, '不是本站的页面'],
      [id, { reason: 'redirect', redirectTo: '//evil.example/' }, '不是本站的页面'],
      [id, { reason: 'redirect', redirectTo: '/news/a b/' }, '不是本站的页面'],
      [id, { reason: 'redirect', redirectTo: '/news/mei-you/' }, '没有“/news/mei-you/”这一页'],
      [id, { reason: 'redirect', redirectTo: '/news/mei-shang-xian/' }, '没有“/news/mei-shang-xian/”这一页'],
      [id, { reason: 'redirect', redirectTo: '/rss.xml' }, '没有“/rss.xml/”这一页'],
      [id, { reason: 'redirect', redirectTo: '/news/bu-neng/' }, '不能转到自己'],
      [draft.documentId, { reason: 'gone' }, '还没有上线过'],
    ];
    for (const [document, request, sentence] of cases) {
      const answer = await ask('article', document, request);
      expect(answer.status, sentence).toBe(400);
      expect(JSON.stringify(answer.json)).toContain(sentence);
    }
    expect((await ask('slot', id, { reason: 'gone' })).status).toBe(404);
    expect(await head()).toBe(before);
    expect(await differences(cms.strapi)).toEqual([]);
  });

  it('is asked for by nobody without its permission, which editors have and 通讯员 have not', async () => {
    const id = await desk.published({ title: '谁能撤' });
    const anonymous = await fetch(`${cms.url}/xinglin/removal/article/${id}`, { method: 'POST' });
    expect(anonymous.status).toBe(401);
    const reporter = await colleague('strapi-author', 'reporter@example.test');
    const answer = await reporter.request('POST', `/xinglin/removal/article/${id}`, { reason: 'gone' });
    expect(answer).toMatchObject({ status: 403 });
    expect(JSON.stringify(answer.json)).toContain('撤稿与转移权限');
    const editor = await colleague('strapi-editor', 'editor@example.test');
    expect((await editor.request('POST', `/xinglin/removal/article/${id}`, { reason: 'gone' })).status).toBe(
      200,
    );
  });

  it('offers pages to redirect to by their titles, with signs of the query language as what they are', async () => {
    await desk.published({ title: '100%_预约\\挂号', slug: 'yu-yue' });
    await desk.draft({ title: '预约还没上线' });
    const find = async (words: string) =>
      (await office.request('GET', `/xinglin/targets?words=${encodeURIComponent(words)}`)).json;
    const found = [{ typeName: '新闻', title: '100%_预约\\挂号', path: '/news/yu-yue/' }];
    expect(await find('预约')).toEqual(found);
    expect(await find('0%_预约\\')).toEqual(found);
    expect(await find('1%预约')).toEqual([]);
    expect(await find(' ')).toEqual([]);
  });

  /** Signs in a person of another role. */
  async function colleague(code: string, email: string): Promise<Office> {
    const role = await cms.strapi['db'].query('admin::role').findOne({ where: { code } });
    const password = 'Xinglin-2026-Test';
    const service = cms.strapi['service']('admin::user');
    await service.create({ email, firstname: '同事', password, isActive: true, roles: [role.id] });
    return signIn(cms.url, { email, password });
  }
});
