import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { campusClinics, clinicTables, departmentTables } from './clinics.ts';

const at = (campus: string, weekday: string, session: string, department = 'xinnei') =>
  ({ campus, department, weekday, session, kind: '专家' }) as never;
const ren = make('doctor', 'ren', {
  clinics: [at('xi', '周一', '下午'), at('dong', '周一', '上午'), at('dong', '周三', '上午', 'erke')],
});
const zhu = make('doctor', 'zhu', {
  slug: 'zhu',
  title: '主治医师',
  name: '朱治',
  clinics: [at('dong', '周一', '上午')],
});
const li = make('doctor', 'li', { slug: 'li', status: '离院', clinics: [at('dong', '周二', '上午')] });
const dong = make('campus', 'dong');
const xinnei = make('department', 'xinnei');
const snapshot = hospital(
  ...[dong, make('campus', 'xi', { slug: 'xi', name: '西院区', order: 20 }), xinnei, zhu, li, ren],
  make('department', 'erke', { slug: 'er-ke', name: '儿科', order: 5 }),
  make('notice', 'n', {
    suspensions: [
      {
        department: 'xinnei',
        campus: 'dong',
        from: '2026-11-30',
        until: '2026-12-01',
        session: '全天',
        state: '未开始',
      },
      { doctor: 'zhu', from: '2026-11-23', until: '2026-11-23', session: '下午', state: '进行中' },
    ],
  }),
);
const gaps = [{ from: '2026-11-30', until: '2026-12-01' }];

test('a doctor has a table a campus, campuses in the office’s order, and departments where there are several', () => {
  const tables = clinicTables(snapshot, ren);
  expect(tables.map(({ campus }) => campus.label)).toEqual(['东院区', '西院区']);
  expect(tables[0]?.days.map(({ label, cells }) => [label, cells])).toEqual([
    ['周一', [[{ kind: '专家', department: '心内科', until: undefined, gaps }]]],
    ['周三', [[expect.objectContaining({ department: '儿科' })]]],
  ]);
});

test('a department’s table names who is there, by rank, and what a 停诊 leaves out, its own or the doctor’s', () => {
  const [table] = departmentTables(snapshot, xinnei);
  expect(table?.sessions).toEqual(['上午']);
  const [monday] = table?.days ?? [];
  expect(monday?.cells[0]?.map(({ doctor, gaps }) => [doctor?.label, gaps])).toEqual([
    ['任敬一', gaps],
    ['朱治', gaps],
  ]);
});

test('who has left is in no table', () => {
  expect(clinicTables(snapshot, li)).toEqual([]);
  expect(departmentTables(snapshot, xinnei)[0]?.days.map(({ label }) => label)).toEqual(['周一']);
});

test('a campus tells which departments hold clinic when', () => {
  expect(
    campusClinics(snapshot, dong).map(({ label, days }) => [label, days.map((day) => day.join())]),
  ).toEqual([
    ['儿科', ['', '', '上午', '', '', '', '']],
    ['心内科', ['上午', '', '', '', '', '', '']],
  ]);
});
