import { describe, expect, it } from 'vitest';
import { firstPublication } from './first-publication.ts';

const presentedAt = new Date('2026-11-23T06:02:07.891Z');

describe('the first publication', () => {
  it('is the moment at which a document was first presented, to the second, as clocks show it in Shanghai', () => {
    expect(firstPublication(presentedAt, { publishedOn: '2026-11-23' })).toBe('2026-11-23T14:02:07+08:00');
    expect(firstPublication(new Date('2026-11-23T16:30:00Z'), {})).toBe('2026-11-24T00:30:00+08:00');
  });

  it('is the day and the minute that the office typed, where they have passed', () => {
    const typed = { publishedOn: '2019-05-06', publishedTime: '09:30' };
    expect(firstPublication(presentedAt, typed)).toBe('2019-05-06T09:30:00+08:00');
  });

  it('is never an invented midnight: a day alone says nothing of the time', () => {
    expect(firstPublication(presentedAt, { publishedOn: '2019-05-06' })).toBe('2026-11-23T14:02:07+08:00');
  });

  it('is not one that lies ahead', () => {
    const typed = { publishedOn: '2026-11-23', publishedTime: '14:03' };
    expect(firstPublication(presentedAt, typed)).toBe('2026-11-23T14:02:07+08:00');
  });
});
