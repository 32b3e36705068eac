import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, endOf, minuteOf, nextBoundary, phaseOf, startOf } from './calendar.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('the hospital’s calendar', () => {
  it('turns the day over at midnight in Shanghai', () => {
    expect(dayOf(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
    expect(dayOf(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
    expect(minuteOf(new Date('2026-11-30T09:00:00Z'))).toBe('2026-11-30T17:00');
  });

  it('puts every instant into exactly one day', () => {
    fc.assert(
      fc.property(instants, (now) => {
        const day = dayOf(now);
        expect(startOf(day) <= now && now < endOf(day)).toBe(true);
      }),
    );
  });

  it('includes the first moment of a period and excludes the last', () => {
    const [from, until] = [startOf('2026-11-23'), endOf('2026-11-24')];
    const at = (text: string) => phaseOf(new Date(text), from, until);
    expect(at('2026-11-22T15:59:59Z')).toBe('未开始');
    expect(at('2026-11-22T16:00:00Z')).toBe('进行中');
    expect(at('2026-11-24T15:59:59Z')).toBe('进行中');
    expect(at('2026-11-24T16:00:00Z')).toBe('已结束');
    expect(phaseOf(from, undefined, undefined)).toBe('进行中');
  });

  it('looks again at the first boundary ahead: until then no phase changes', () => {
    fc.assert(
      fc.property(instants, instants, instants, (now, a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a];
        const boundary = nextBoundary(now, [from, until]);
        if (boundary === undefined) expect(phaseOf(now, from, until)).toBe('已结束');
        else {
          expect(boundary > now).toBe(true);
          const before = new Date(Math.max(now.getTime(), boundary.getTime() - 1));
          expect(phaseOf(before, from, until)).toBe(phaseOf(now, from, until));
        }
      }),
    );
  });
});
