/**
 * The hospital's calendar. Days and minutes of the contract are those of Asia/Shanghai, which has stood at
 * UTC+8 without summer time since 1991: plain arithmetic, no time-zone data, same answer on every machine.
 */
const offset = 8 * 3_600_000;

/** The calendar day of an instant, `2026-11-23`. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + offset).toISOString().slice(0, 10);
}

/** The minute of an instant, `2026-11-23T14:02`. */
export function minuteOf(now: Date): string {
  return new Date(now.getTime() + offset).toISOString().slice(0, 16);
}

/** An instant to the second as the contract spells it, `2026-11-23T14:02:07+08:00`. */
export function secondOf(now: Date): string {
  return `${new Date(now.getTime() + offset).toISOString().slice(0, 19)}+08:00`;
}

/** The instant at which a day begins. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The instant at which a day is over: a period's last day belongs to it. */
export function endOf(day: string): Date {
  return new Date(startOf(day).getTime() + 24 * 3_600_000);
}

/** Where an instant stands against a period that includes `from` and excludes `until`; open where absent. */
export function phaseOf(
  now: Date,
  from: Date | undefined,
  until: Date | undefined,
): '未开始' | '进行中' | '已结束' {
  if (until !== undefined && now >= until) return '已结束';
  return from !== undefined && now < from ? '未开始' : '进行中';
}

/** The earliest of the instants that still lie ahead: when a presented form has to be looked at again. */
export function nextBoundary(now: Date, instants: readonly (Date | undefined)[]): Date | undefined {
  const ahead = instants.filter((instant): instant is Date => instant !== undefined && instant > now);
  return ahead.reduce<Date | undefined>(
    (first, instant) => (first === undefined || instant < first ? instant : first),
    undefined,
  );
}
