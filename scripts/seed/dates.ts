/**
 * Demo content carries fixed dates, but what must be running whenever somebody tries the demo (two 停诊, the
 * holiday table) is dated relative to the day of seeding: `today`, `today-3`, `today+10`. Days are those of
 * Asia/Shanghai, at UTC+8 without summer time since 1991.
 */
import { z } from 'zod';

const millisecondsOfDay = 86_400_000;
const shanghai = 8 * 3_600_000;

/** The day in Asia/Shanghai at an instant, `2026-11-23`. */
export function shanghaiDay(now: Date): string {
  return new Date(now.getTime() + shanghai).toISOString().slice(0, 10);
}

/** `today+3` counted from the day of seeding; a fixed day is itself. */
export function resolveDay(text: string, today: string): string {
  if (!text.startsWith('today')) return text;
  const days = Number(text.slice('today'.length) || 0);
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** A fixed day or a relative one. */
export const relativeDay = (today: string) =>
  z
    .string()
    .regex(/^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,3})?)$/, 'a day: 2026-11-23, today, today-3 or today+10')
    .transform((text) => resolveDay(text, today))
    .pipe(z.iso.date());

/** A day and, parted by a space, a minute of it, `today+12 17:00`: an instant in ISO form. */
export const relativeInstant = (today: string) =>
  z
    .string()
    .regex(
      /^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,3})?) (?:[01]\d|2[0-3]):[0-5]\d$/,
      'a minute: 2026-11-23 17:00 or today+10 17:00',
    )
    .transform((text) => {
      const [day = '', minute = ''] = text.split(' ');
      return new Date(`${resolveDay(day, today)}T${minute}:00+08:00`).toISOString();
    });

const placeholder = /\{\{(today(?:[+-]\d{1,3})?)(?:\|(weekday))?\}\}/g;

/** Replaces `{{today+3}}` by `11月26日` and `{{today+3|weekday}}` by `周四`. */
export function fillDays(body: string, today: string): string {
  return body.replace(placeholder, (_, text: string, form: string | undefined) => {
    const day = new Date(`${resolveDay(text, today)}T00:00:00Z`);
    if (form === 'weekday') return `周${'日一二三四五六'.charAt(day.getUTCDay())}`;
    return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  });
}
