import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { picture, upload } from '../rigs/pictures.ts';

/** Fields that readers see and that hold more than a text: from the office's form through Strapi to the feed. */
describe('what the office fills in reaches the feed', () => {
  let cms: Cms;
  let desk: Newsdesk;
  beforeAll(async () => {
    cms = await startCms();
    desk = await openNewsdesk(cms);
  });
  afterAll(() => cms[Symbol.asyncDispose]());

  const formOf = async (id: string) =>
    JSON.parse(
      (await cms.strapi['db'].connection('xinglin_presented').where({ document_id: id }).first()).form,
    );

  it('corrections of an article, the newest last', async () => {
    const corrections = [
      { on: '2026-11-24', text: '人数应为 120 人。' },
      { on: '2026-11-22', text: '日期应为 11 月 20 日。' },
    ];
    const id = await desk.published({ corrections });
    expect((await formOf(id)).corrections).toEqual(corrections.toReversed());
  });

  it('a correction without its text is refused by name', async () => {
    const { documentId } = await desk.draft({ corrections: [{ on: '2026-11-24', text: ' ' }] });
    const publish = cms.documents('api::article.article').publish({ documentId });
    await expect(publish).rejects.toThrow('“更正说明”第 1 项的“更正内容”必须填写');
  });

  it('holiday clinics of a notice with their units, and from when it holds', async () => {
    const { documentId } = await cms.documents('api::notice.notice').create({
      data: {
        title: '元旦门诊安排',
        body: '急诊照常。',
        category: '节假日门诊',
        channel: desk.channel.documentId,
        validFrom: '2027-01-01',
        clinics: [
          {
            date: '2027-01-01',
            until: '2027-01-03',
            session: '上午',
            campus: desk.campus.documentId,
            department: desk.department.documentId,
            note: '照常开诊',
          },
          { date: '2027-01-02', note: '停诊' },
        ],
      },
      status: 'published',
    });
    expect(await formOf(documentId)).toMatchObject({
      validFrom: '2027-01-01',
      clinics: [
        {
          date: '2027-01-01',
          until: '2027-01-03',
          session: '上午',
          campus: desk.campus.documentId,
          department: desk.department.documentId,
          note: '照常开诊',
        },
        { date: '2027-01-02', note: '停诊' },
      ],
    });
  });

  it.each([
    ['page', { title: '就医指南', body: '说明。' }],
    ['disease', { name: '高血压', body: '说明。' }],
  ])('the review of a %s, which is overdue when its last day is over, by itself', async (type, data) => {
    cms.setClock(new Date('2026-11-23T04:00:00Z'));
    const more = type === 'page' ? { channel: desk.channel.documentId } : {};
    const documents = cms.documents(`api::${type}.${type}`);
    const { documentId } = await documents.create({
      data: { ...data, ...more, reviewDue: '2026-11-23' },
      ...(type === 'page' && { status: 'published' }),
    });
    expect(await formOf(documentId)).toMatchObject({ reviewDue: '2026-11-23', reviewOverdue: false });
    cms.setClock(new Date('2026-11-23T16:00:00Z'));
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.load('src/publication/represent.js').representDue(publication);
    cms.setClock(undefined);
    expect(await formOf(documentId)).toMatchObject({ reviewOverdue: true });
  });

  it('the point that a crop keeps, and that a picture only decorates', async () => {
    const focalPoint = { x: 25, y: 62.5 };
    const file = await upload(cms.strapi, '花纹.png', await picture(1), { focalPoint });
    await cms.strapi['db']
      .query('plugin::upload.file')
      .update({ where: { id: file.id }, data: { decorative: true } });
    expect(await formOf(file.documentId)).toMatchObject({
      focalPoint: { x: 0.25, y: 0.625 },
      decorative: true,
    });
  });

  it('the picture of 公安备案', async () => {
    const file = await upload(cms.strapi, '警徽.png', await picture(2));
    const { documentId } = await cms.documents('api::site.site').create({
      data: {
        name: '杏林医院',
        organisation: '杏林医院',
        publicSecurity: { label: '京公网安备1号', picture: file.id },
      },
    });
    expect((await formOf(documentId)).publicSecurity).toEqual({
      label: '京公网安备1号',
      picture: file.documentId,
    });
  });
});
