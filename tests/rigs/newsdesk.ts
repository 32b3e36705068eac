/** A few documents that most tests of the CMS need. */
import type { Cms, Row } from './cms.ts';

export interface Newsdesk {
  channel: Row;
  department: Row;
  campus: Row;
  /** A draft that can be published as it is; `data` replaces single fields. */
  draft(data?: Record<string, unknown>): Promise<Row>;
  /** Publishes a new article and says its documentId. */
  published(data?: Record<string, unknown>): Promise<string>;
}

export async function openNewsdesk(cms: Cms): Promise<Newsdesk> {
  const channel = await cms
    .documents('api::channel.channel')
    .create({ data: { name: '医院新闻', category: '新闻' } });
  const department = await cms
    .documents('api::department.department')
    .create({ data: { name: '信息中心', category: '职能' } });
  const campus = await cms
    .documents('api::campus.campus')
    .create({ data: { name: '东院区', address: '杏林路一号' } });
  const articles = cms.documents('api::article.article');
  const draft = (data: Record<string, unknown> = {}) =>
    articles.create({
      data: {
        title: '智算联合实验室揭牌',
        body: '今天揭牌。',
        channel: channel.documentId,
        sources: [{ kind: '科室', department: department.documentId }],
        ...data,
      },
    });
  return {
    channel,
    department,
    campus,
    draft,
    published: async (data) => {
      const { documentId } = await draft(data);
      await articles.publish({ documentId });
      return documentId;
    },
  };
}
