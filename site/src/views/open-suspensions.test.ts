import { weekday } from '@xinglin/shared/content/common.js';
import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { hits, openOfCampus, openOfDepartment, openOfDoctor, openSuspensions } from './open-suspensions.ts';

const days = { from: '2026-11-23', until: '2026-11-24', session: '全天' } as const;
const monday = {
  campus: 'dong',
  department: 'xinnei',
  weekday: '周一',
  session: '上午',
  kind: '专家',
} as const;
const running = { ...days, state: '进行中' } as const;
const coming = { ...days, from: '2026-12-01', until: '2026-12-01', state: '未开始' } as const;

const ren = make('doctor', 'ren', { clinics: [monday] });
const zhu = make('doctor', 'zhu', {
  slug: 'zhu',
  departments: ['waike'],
  clinics: [{ ...monday, campus: 'xi' }],
});
const newcomer = make('doctor', 'new', { slug: 'new' });
const gone = make('doctor', 'gone', { slug: 'gone', status: '离院', clinics: [monday] });
const xinnei = make('department', 'xinnei', { campuses: ['dong'] });
const waike = make('department', 'waike', { slug: 'waike', name: '外科' });

function told(...entries: Parameters<typeof entry>[0][]) {
  return hospital(
    make('campus', 'dong'),
    make('campus', 'xi', { slug: 'xi', name: '西院区' }),
    ...[ren, zhu, newcomer, gone, xinnei, waike],
    ...entries.map((one, index) =>
      make('notice', `n${index}`, { slug: `n-${index}`, suspensions: [entry(one)] }),
    ),
  );
}
const entry = (facts: object) => ({ ...running, ...facts });
const states = (found: { entry: { state: string } }[]) => found.map(({ entry: { state } }) => state);

test('what is over is open no more; what runs stands before what is to come, however old its notice', () => {
  const snapshot = told({ ...coming, doctor: 'ren' }, { state: '已结束', doctor: 'ren' }, { doctor: 'zhu' });
  expect(states([...openSuspensions(snapshot)])).toEqual(['进行中', '未开始']);
});

describe('a doctor’s own 停诊', () => {
  const snapshot = told({ doctor: 'zhu' }, { doctor: 'gone' });
  test('concerns the doctor, and every unit that he works or holds clinic in', () => {
    expect(openOfDoctor(snapshot, zhu)).toHaveLength(1);
    expect(openOfDoctor(snapshot, ren)).toEqual([]);
    expect(openOfDepartment(snapshot, waike)).toHaveLength(1);
    expect(openOfDepartment(snapshot, xinnei)).toHaveLength(1);
  });
  test('concerns one unit alone where it is told of one', () => {
    const one = told({ doctor: 'zhu', department: 'waike' });
    expect([openOfDepartment(one, waike), openOfDepartment(one, xinnei)].map(({ length }) => length)).toEqual(
      [1, 0],
    );
  });
  test('concerns nobody when he has left', () => {
    expect(openOfDoctor(snapshot, gone)).toEqual([]);
  });
});

describe('a department’s 停诊', () => {
  test('concerns its doctors, where it hits a half-day of theirs there', () => {
    const snapshot = told({ department: 'xinnei', campus: 'dong' });
    expect([ren, zhu, newcomer].map((doctor) => openOfDoctor(snapshot, doctor).length)).toEqual([1, 0, 1]);
    expect(openOfDepartment(snapshot, waike)).toEqual([]);
  });
  test('leaves alone who holds clinic on other days or at other times', () => {
    for (const facts of [{ session: '下午' }, { from: '2026-11-24' }]) {
      expect(openOfDoctor(told({ department: 'xinnei', ...facts }), ren)).toEqual([]);
    }
  });
});

test('a campus’s 停诊 concerns the units that are there and the doctors who hold clinic there', () => {
  const snapshot = told({ campus: 'dong' });
  expect(openOfCampus(snapshot, { id: 'dong' })).toHaveLength(1);
  expect([ren, zhu].map((doctor) => openOfDoctor(snapshot, doctor).length)).toEqual([1, 0]);
  expect([xinnei, waike].map((unit) => openOfDepartment(snapshot, unit).length)).toEqual([1, 0]);
});

test('a half-day is hit where its weekday lies in the period, before 1970 as well', () => {
  const first = Date.parse('1969-12-15T00:00Z');
  const iso = (day: number) => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
  for (let start = 0; start < 28; start += 1) {
    for (let length = 1; length < 10; length += 1) {
      const period = { from: iso(start), until: iso(start + length - 1) };
      const hit = weekday.options.filter((day) =>
        hits(entry({ doctor: 'ren', ...period }), ren, { ...monday, weekday: day }),
      );
      const days = Array.from({ length }, (_, day) => weekday.options[(start + day) % 7]);
      expect(new Set(hit), `${period.from} ${length}`).toEqual(new Set(days));
    }
  }
});

test('a 停诊 that names nobody hits nobody', () => {
  expect(hits(entry({}), ren, monday)).toBe(false);
});
