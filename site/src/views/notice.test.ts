import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import type { NoticeView } from './notice.ts';

const campus = make('campus', 'dong', { slug: 'dong', name: '东院区' });
const unit = make('department', 'xinnei', { slug: 'xin-nei', name: '心血管内科' });

function seen(facts: Parameters<typeof make<'notice'>>[2]) {
  const one = make('notice', 'n1', facts);
  return view(hospital(campus, unit, one), `/notices/${one.slug}/`) as NoticeView;
}

test('a notice says from when it holds, until when, and that it has run out', () => {
  const { validFrom, deadline, expired } = seen({
    validFrom: '2026-11-21',
    deadline: '2026-11-30T17:00',
    expired: true,
  });
  expect({ validFrom, deadline, expired }).toEqual({
    validFrom: '2026-11-21',
    deadline: { label: '2026年11月30日 17:00', iso: '2026-11-30T17:00:00+08:00' },
    expired: true,
  });
  expect(seen({}).validFrom).toBeUndefined();
});

test('节假日门诊 are rows with the names of units and campuses as they are now', () => {
  const { clinics } = seen({
    clinics: [
      { date: '2026-10-01', until: '2026-10-03', campus: 'dong', department: 'xinnei', session: '上午' },
      { date: '2026-12-31', until: '2027-01-01', campus: 'dong', note: '停诊' },
      { date: '2026-10-04', department: 'gone', session: '全天', note: '照常开诊' },
    ],
  });
  expect(clinics).toEqual([
    {
      days: '10月1日至3日',
      department: { label: '心血管内科', path: '/departments/xin-nei/' },
      campus: { label: '东院区', path: '/campuses/dong/' },
      held: '上午 开诊',
    },
    {
      days: '12月31日至1月1日',
      campus: { label: '东院区', path: '/campuses/dong/' },
      held: '停诊',
    },
    { days: '10月4日', held: '全天 照常开诊' },
  ]);
});
