import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import type { DoctorIndexView } from './doctor-index.ts';

const clinic = (campus: string, department: string, weekday: string) =>
  ({ campus, department, weekday, session: '上午', kind: '普通' }) as never;
const page = view(
  hospital(
    make('campus', 'dong'),
    make('campus', 'xi', { slug: 'xi', name: '西院区', order: 20 }),
    make('campus', 'empty', { slug: 'empty', name: '空院区', order: 30 }),
    make('department', 'erke', { slug: 'er-ke', name: '儿科', order: 5 }),
    make('department', 'yaoji', { slug: 'yao-ji', name: '药剂科', order: 6 }),
    make('doctor', 'zhu', { slug: 'zhu-zhi', name: '朱治', title: '主治医师', pinyin: 'zhu zhi' }),
    make('doctor', 'ren', {
      pinyin: 'ren jing yi',
      departments: ['xinnei', 'erke'],
      clinics: [
        ...[clinic('dong', 'xinnei', '周四'), clinic('dong', 'xinnei', '周一')],
        ...[clinic('xi', 'xinnei', '周一'), clinic('dong', 'erke', '周二')],
      ],
    }),
    make('doctor', 'shen', { slug: 'shen', name: '沈怀瑾' }),
    make('doctor', 'li', {
      slug: 'li-yuan',
      name: '黎远',
      pinyin: 'li yuan',
      status: '离院',
      departments: ['yaoji'],
    }),
    make('notice', 'n', {
      suspensions: [
        { doctor: 'ren', from: '2026-12-01', until: '2026-12-02', session: '全天', state: '未开始' },
      ],
    }),
  ),
  '/doctors/',
) as DoctorIndexView;

test('everyone who works here stands there once, by the first letter of the name', () => {
  expect(page.groups.map(({ id, doctors }) => [id, doctors.map(({ name }) => name)])).toEqual([
    ['zi-mu-r', ['任敬一']],
    ['zi-mu-z', ['朱治']],
    ['zi-mu-qi-ta', ['沈怀瑾']],
  ]);
  expect(page.count).toBe(3);
});

test('what is offered finds somebody, in the office’s order', () => {
  expect(page.departments.map(({ value }) => value)).toEqual(['er-ke', 'xin-nei']);
  expect(page.campuses.map(({ label }) => label)).toEqual(['东院区', '西院区']);
  expect(page.titles).toEqual(['主任医师', '主治医师']);
});

test('a doctor is told with departments, days and a 停诊, and keyed by the places of the choices', () => {
  expect(page.groups[0]?.doctors[0]).toEqual({
    path: '/doctors/ren-jing-yi/',
    name: '任敬一',
    pinyin: 'ren jing yi',
    title: '主任医师',
    units: ['心内科', '儿科'],
    held: '东院区周一、周二、周四；西院区周一',
    keys: '0 0.0.2 1.0.14 1.1.1',
    suspended: true,
  });
  expect(page.groups[1]?.doctors[0]?.keys).toBe('1 1');
});
