import { describe, expect, it } from 'vitest';
import type { OwnModel } from '../model/models.ts';
import { type Configuration, configurationOf } from './configuration.ts';

const model: OwnModel = {
  uid: 'api::article.article',
  modelType: 'contentType',
  info: { displayName: '新闻' },
  pluginOptions: { xinglin: { main: 'title', list: ['title'], edit: [['title'], ['slug', 'channel']] } },
  attributes: {
    title: { type: 'string', pluginOptions: { xinglin: { label: '标题' } } },
    slug: { type: 'string', pluginOptions: { xinglin: { label: '网址名', hint: '留空则自动生成。' } } },
    channel: {
      type: 'relation',
      target: 'api::channel.channel',
      pluginOptions: { xinglin: { label: '主栏目' } },
    },
    publishedOn: { type: 'date', pluginOptions: { xinglin: { label: '发布日期' } } },
    createdAt: { type: 'datetime' },
  },
};

const raw = (label: string) => ({ edit: { label, visible: true }, list: { label, sortable: true } });
const found: Configuration = {
  settings: { bulkable: true, pageSize: 10 },
  metadatas: {
    title: raw('title'),
    slug: raw('slug'),
    channel: raw('channel'),
    publishedOn: raw('publishedOn'),
    createdAt: raw('createdAt'),
  },
  layouts: { list: ['id'], edit: [] },
};
const mainOf = (uid: string) => (uid === 'api::channel.channel' ? 'name' : undefined);

describe('the content manager’s configuration', () => {
  const wanted = configurationOf(model, found, mainOf);

  it('labels every attribute in Chinese, Strapi’s own included', () => {
    const labels = Object.values(wanted.metadatas).map(({ edit, list }) => [edit.label, list.label]);
    expect(labels).toEqual([
      ['标题', '标题'],
      ['网址名', '网址名'],
      ['主栏目', '主栏目'],
      ['发布日期', '发布日期'],
      ['创建时间', '创建时间'],
    ]);
    expect(wanted.metadatas['slug']?.edit.description).toBe('留空则自动生成。');
  });

  it('shows a related document by its name', () => {
    expect(wanted.metadatas['channel']?.edit.mainField).toBe('name');
    expect(wanted.metadatas['channel']?.list.mainField).toBe('name');
  });

  it('lays the form out in rows of twelve columns', () => {
    expect(wanted.layouts.edit).toEqual([
      [{ name: 'title', size: 12 }],
      [
        { name: 'slug', size: 6 },
        { name: 'channel', size: 6 },
      ],
    ]);
  });

  it('sorts dated types by their own day and keeps settings that it does not know', () => {
    expect(wanted.settings).toEqual({
      bulkable: true,
      pageSize: 20,
      mainField: 'title',
      defaultSortBy: 'publishedOn',
      defaultSortOrder: 'DESC',
    });
  });

  it('asks for nothing new the second time', () => {
    expect(configurationOf(model, wanted, mainOf)).toEqual(wanted);
  });
});
