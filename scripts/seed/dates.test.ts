import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillDays, relativeDay, relativeInstant, resolveDay, shanghaiDay } from './dates.ts';

describe('days relative to the seeding', () => {
  it('are days of Asia/Shanghai', () => {
    expect(shanghaiDay(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    expect(shanghaiDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  });

  it('cross months and leap days', () => {
    expect(resolveDay('today+2', '2028-02-28')).toBe('2028-03-01');
    expect(resolveDay('today-1', '2026-01-01')).toBe('2025-12-31');
    expect(resolveDay('2026-05-01', '2028-02-28')).toBe('2026-05-01');
  });

  it('come back when the same number is taken away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (days) => {
        expect(resolveDay(`today-${days}`, resolveDay(`today+${days}`, '2026-11-23'))).toBe('2026-11-23');
      }),
    );
  });

  it('are written into bodies as people write them', () => {
    expect(fillDays('{{today-2}}（{{today-2|weekday}}）至{{today+8}}', '2026-11-23')).toBe(
      '11月21日（周六）至12月1日',
    );
  });

  it('may carry a minute', () => {
    expect(relativeInstant('2026-11-23').parse('today+1 17:00')).toBe('2026-11-24T09:00:00.000Z');
  });

  it.each(['tomorrow', '2026-02-30', 'today+', 'today + 3'])('“%s” is no day', (text) => {
    expect(relativeDay('2026-11-23').safeParse(text).success).toBe(false);
  });
});
