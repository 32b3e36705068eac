import { itemTypes, schemas } from '@xinglin/shared/content/item.js';
import { describe, expect, it } from 'vitest';
import type { Row } from './fields.ts';
import { presenters } from './registry.ts';
import { emptyRow, rows } from './rows.fixture.ts';

const context = {
  now: new Date('2026-11-23T04:00:00Z'),
  siteUrl: 'https://www.example.cn',
  files: new Map(),
};
const present = (type: keyof typeof presenters, more: Row = {}) =>
  presenters[type].present({ ...rows[type], ...more }, context);
const formOf = (type: keyof typeof presenters, more: Row = {}) => present(type, more).form;

describe.each(itemTypes)('%s', (type) => {
  it('is presented in a form that the contract takes', () => {
    const parsed = schemas[type].safeParse(formOf(type));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('has the same form for the same row at the same moment', () => {
    expect(present(type)).toEqual(present(type));
  });

  it('without any of its fields has a form, which the contract refuses', () => {
    const { form } = presenters[type].present(emptyRow, context);
    expect(form['type']).toBe(type);
    expect(schemas[type].safeParse(form).success).toBe(false);
  });

  it('fills every field that the contract knows', () => {
    // Where a document stood before, and since when, is not its own knowledge: read.ts adds it.
    const added = ['formerSlugs', 'firstPublishedAt'];
    const known = Object.keys(schemas[type].shape).filter((field) => !added.includes(field));
    expect(Object.keys(formOf(type)).sort()).toEqual(known.sort());
  });
});

describe('a topic', () => {
  it('tells where its period stands, both days included, and when that will differ', () => {
    const period = { from: '2026-11-23', until: '2026-11-24' };
    const running = present('topic', period);
    expect(running.form['state']).toBe('进行中');
    expect(running.boundary).toEqual(new Date('2026-11-24T16:00:00Z'));
    expect(formOf('topic', { from: '2026-11-24', until: null })['state']).toBe('未开始');
    expect(formOf('topic', { from: null, until: '2026-11-22' })['state']).toBe('已结束');
    const always = present('topic', { from: null, until: null });
    expect([always.form['state'], always.boundary]).toEqual([undefined, undefined]);
  });
});

describe('an article', () => {
  it('is pinned until its moment, which is its boundary', () => {
    const pinned = present('article', { pinnedUntil: '2026-11-23T05:00:00.000Z' });
    expect(pinned.form['pinned']).toBe(true);
    expect(pinned.boundary).toEqual(new Date('2026-11-23T05:00:00Z'));
    const over = present('article', { pinnedUntil: '2026-11-23T04:00:00.000Z' });
    expect(over.form['pinned']).toBe(false);
    expect(over.boundary).toBeUndefined();
  });

  it('keeps of a source only what belongs to its kind', () => {
    const source = {
      kind: '院区',
      label: '东院区',
      department: { documentId: 'd1' },
      campus: null,
      url: 'x',
    };
    expect(formOf('article', { sources: [source] })['sources']).toEqual([{ kind: '院区', label: '东院区' }]);
  });

  it('names neither itself nor its main channel twice', () => {
    const form = formOf('article', {
      alsoIn: [{ documentId: 'c1' }, { documentId: 'c2' }],
      relatedArticles: [{ documentId: 'article1' }, { documentId: 'a2' }, { documentId: 'a2' }],
    });
    expect(form['alsoIn']).toEqual(['c2']);
    expect(form['related']).toMatchObject({ articles: ['a2'] });
  });
});

describe('a correction', () => {
  it('stands by its day, the newest last, and in the office’s order within one day', () => {
    const rows = [
      { on: '2026-11-24', text: '丙' },
      { on: '2026-11-22', text: '甲' },
      { on: '2026-11-24', text: '丁' },
    ];
    const { corrections } = formOf('article', { corrections: rows }) as { corrections: { text: string }[] };
    expect(corrections.map(({ text }) => text)).toEqual(['甲', '丙', '丁']);
  });
});

describe.each(['disease', 'page'] as const)('the review of a %s', (type) => {
  it('is overdue once its last day is over, which is the boundary', () => {
    const today = present(type, { reviewDue: '2026-11-23' });
    expect(today.form).toMatchObject({ reviewDue: '2026-11-23', reviewOverdue: false });
    expect(today.boundary, 'midnight in Shanghai').toEqual(new Date('2026-11-23T16:00:00Z'));
    const over = present(type, { reviewDue: '2026-11-22' });
    expect(over.form['reviewOverdue']).toBe(true);
    expect(over.boundary).toBeUndefined();
  });

  it('is never overdue without a day', () => {
    expect(present(type, { reviewDue: null })).toMatchObject({
      form: { reviewOverdue: false },
      boundary: undefined,
    });
  });
});

describe('a notice', () => {
  it('says where the clock stands against each 停诊 and the deadline', () => {
    const period = (from: string, until: string) => ({ from, until, session: '全天' });
    const { form, boundary } = present('notice', {
      deadline: '2026-11-30T09:00:00.000Z',
      suspensions: [
        period('2026-11-20', '2026-11-22'),
        period('2026-11-23', '2026-11-23'),
        period('2026-11-25', '2026-11-26'),
      ],
    });
    const states = (form['suspensions'] as { state: string }[]).map(({ state }) => state);
    expect(states).toEqual(['已结束', '进行中', '未开始']);
    expect(form).toMatchObject({ deadline: '2026-11-30T17:00', expired: false });
    expect(boundary, 'the end of today').toEqual(new Date('2026-11-23T16:00:00Z'));
  });
});

describe('a doctor', () => {
  const clinic = (more: Row) => ({
    campus: { documentId: 'y1' },
    department: { documentId: 'd1' },
    weekday: '周一',
    session: '上午',
    kind: '专家',
    ...more,
  });

  it('shows only the sessions that hold now', () => {
    const { form, boundary } = present('doctor', {
      clinics: [
        clinic({ until: '2026-11-22' }),
        clinic({ from: '2026-11-01', until: '2026-11-30' }),
        clinic({ from: '2026-12-01', weekday: '周二' }),
      ],
    });
    expect(form['clinics']).toMatchObject([{ weekday: '周一', from: '2026-11-01', until: '2026-11-30' }]);
    expect(boundary).toEqual(new Date('2026-11-30T16:00:00Z'));
  });

  it('leaves out a session whose campus or department is gone', () => {
    const clinics = [clinic({ campus: null }), clinic({ department: null }), clinic({})];
    expect(formOf('doctor', { clinics })['clinics']).toHaveLength(1);
  });
});

describe('a department', () => {
  it('takes names apart at 、 and forgives commas', () => {
    expect(formOf('department', { aliases: '网络中心、 信息科，网络中心,' })['aliases']).toEqual([
      '网络中心',
      '信息科',
    ]);
  });
});

describe('a slot', () => {
  it('holds what runs now and leads somewhere', () => {
    const { form, boundary } = present('slot', {
      items: [
        { article: { documentId: 'a1' }, until: '2026-11-23T04:00:00.000Z' },
        { article: { documentId: 'a2' }, from: '2026-11-23T04:00:00.000Z' },
        { article: { documentId: 'a3' }, from: '2026-11-24T00:00:00.000Z' },
        { title: '没有去处', article: null },
      ],
    });
    expect(form['items']).toEqual([{ article: 'a2' }]);
    expect(boundary).toEqual(new Date('2026-11-24T00:00:00Z'));
  });
});

describe('the site', () => {
  it('is grey within its period only, and never without one', () => {
    const grey = (more: Row) => formOf('site', more)['greyscale'];
    expect(grey({})).toBe(false);
    expect(grey({ greyscaleFrom: '2026-11-23T00:00:00.000Z' })).toBe(true);
    expect(grey({ greyscaleUntil: '2026-11-23T04:00:00.000Z' })).toBe(false);
  });

  it('leaves out the institution’s mark whose picture was deleted', () => {
    expect(
      formOf('site', { institutionMark: { image: null, url: '/a/' } })['institutionMark'],
    ).toBeUndefined();
  });
});

describe('media', () => {
  it('name the point that a crop keeps by shares, and only a whole one', () => {
    expect(formOf('media')['focalPoint']).toEqual({ x: 0.25, y: 0.625 });
    expect(formOf('media', { focalPoint: null })['focalPoint']).toBeUndefined();
    expect(formOf('media', { focalPoint: { x: 3 } })['focalPoint']).toBeUndefined();
  });

  it('gets a public extension of letters and digits whatever it was called', () => {
    for (const ext of ['', null, '.a-b', '.verylongext', '.图']) {
      expect(formOf('media', { ext })['ext']).toBe('.bin');
    }
    expect(formOf('media', { ext: '.JPG' })['ext']).toBe('.jpg');
  });
});
