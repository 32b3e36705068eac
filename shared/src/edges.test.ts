import { describe, expect, it } from 'vitest';
import type { ItemOf } from './content/item.ts';
import { edgesOf, mediaIn, openSuspensions, sortKeyOf } from './edges.ts';

const article: ItemOf<'article'> = {
  type: 'article',
  id: 'a1',
  slug: 'a1',
  title: '标题',
  body: '![图](media:m1 "说明")，[附件](media:m2)，![再](media:m1)',
  editorNote: '![按](media:m3)',
  cover: 'm4',
  publishedOn: '2026-11-23',
  pinned: false,
  aiAssisted: false,
  attachments: [{ media: 'm5', name: '表' }],
  channel: 'c1',
  alsoIn: ['c2'],
  series: 's1',
  sources: [
    { kind: '科室', label: '信息中心', department: 'd1' },
    { kind: '院区', label: '东院区', campus: 'y1' },
    { kind: '外部单位', label: '清华大学', url: 'https://www.tsinghua.edu.cn' },
    { kind: '科室', label: '已撤销的科室' },
  ],
  tags: ['t1'],
  related: {
    departments: ['d1'],
    doctors: ['p1'],
    articles: ['a2'],
    consultations: [],
    videos: [],
    diseases: [],
  },
};

describe('edges', () => {
  it('name every document that an article names, each once a relation', () => {
    expect(edgesOf(article).map(({ rel, toType, toId }) => `${rel} ${toType} ${toId}`)).toEqual([
      'channel channel c1',
      'alsoIn channel c2',
      'series series s1',
      'sources department d1',
      'sources campus y1',
      'tags tag t1',
      'related department d1',
      'related doctor p1',
      'related article a2',
      'cover media m4',
      'attachments media m5',
      'body media m3',
      'body media m1',
      'body media m2',
    ]);
  });

  it('are none where an item names nobody', () => {
    expect(edgesOf({ type: 'tag', id: 't', slug: 't', name: '标签' })).toEqual([]);
  });

  const notice: ItemOf<'notice'> = {
    type: 'notice',
    id: 'n',
    slug: 'n',
    title: '停诊',
    category: '停诊',
    publishedOn: '2026-11-23',
    expired: false,
    body: '正文',
    attachments: [],
    channel: 'c',
    clinics: [],
    suspensions: [
      {
        doctor: 'p1',
        substitute: 'p2',
        department: 'd',
        campus: 'y',
        from: '2026-11-23',
        until: '2026-11-24',
        session: '全天',
        state: '已结束',
      },
    ],
  };

  it('lead from a 停诊 to doctor, stand-in, department and campus', () => {
    const found = edgesOf(notice).map(({ rel, toId }) => `${rel} ${toId}`);
    expect(found).toEqual(['channel c', 'suspension p1', 'suspension d', 'suspension y', 'substitute p2']);
  });

  it.each([
    ['未开始', true],
    ['进行中', true],
    ['已结束', false],
  ] as const)('tell of a notice with a 停诊 that is %s whether it is open: %s', (state, open) => {
    const suspensions = notice.suspensions.map((entry) => ({ ...entry, state }));
    const marks = edgesOf({ ...notice, suspensions }).filter(({ toId }) => toId === openSuspensions.id);
    expect(marks).toHaveLength(open ? 1 : 0);
  });
});

describe('media in a text', () => {
  it('is found once each, in the order of the text', () => {
    expect(mediaIn('![a](media:x1) ![b](media:x2) [c](media:x1) multimedia:no')).toEqual(['x1', 'x2']);
    expect(mediaIn(undefined)).toEqual([]);
  });
});

describe('the sort key', () => {
  it('is the minute of publication where there is one, midnight otherwise, and nothing for undated types', () => {
    expect(sortKeyOf(article)).toBe('2026-11-23T00:00');
    expect(sortKeyOf({ ...article, publishedTime: '14:02' })).toBe('2026-11-23T14:02');
    expect(sortKeyOf({ type: 'tag', id: 't', slug: 't', name: '标签' })).toBeUndefined();
  });
});
