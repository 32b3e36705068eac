import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { errandsOf } from './errands.ts';

const urls = (...items: Parameters<typeof hospital>) =>
  Object.fromEntries(errandsOf(hospital(...items)).map(({ label, url }) => [label, url]));

describe('the five errands', () => {
  test('lead where the office says', () => {
    const site = make('site', 'site', { phone: '010-5550 0100', registrationUrl: 'https://gh.example.cn/' });
    expect(urls(site)).toEqual({
      挂号: 'https://gh.example.cn/',
      停诊: '/notices/#ting-zhen',
      出诊: '/doctors/',
      电话: 'tel:01055500100',
      怎么走: '/campuses/',
    });
  });
  test('are all there where the office says nothing', () => {
    expect(urls()).toMatchObject({ 挂号: '/departments/', 电话: '/campuses/' });
  });
  test('help as well as can be where an address is dead or a number missing', () => {
    const items = [
      make('site', 'site', { registrationUrl: '/pages/bu-zai/' }),
      make('channel', 'zhinan', { slug: 'zhi-nan', category: '指南' }),
      make('page', 'p', { channel: 'zhinan' }),
      make('campus', 'a', { order: 1 }),
      make('campus', 'b', { slug: 'xi', order: 2, phone: '见门诊大厅' }),
      make('campus', 'c', { slug: 'bei', order: 3, phone: '010-5550 0300、010-5550 0301' }),
    ];
    expect(urls(...items)).toMatchObject({ 挂号: '/zhi-nan/', 电话: 'tel:01055500300' });
  });
});
