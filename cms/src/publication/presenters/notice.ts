import { endOf, minuteOf, nextBoundary, phaseOf, startOf } from '../calendar.ts';
import { body } from './body.ts';
import { attachments, day, instant, line, minute, parts, type Row, ref } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 通知公告 */
export const notice: Presenter = {
  type: 'notice',
  uid: 'api::notice.notice',
  drafted: true,
  texts: ['body'],
  populate: {
    channel: identity,
    department: identity,
    attachments: { populate: { file: identity } },
    suspensions: {
      populate: { doctor: identity, department: identity, campus: identity, substitute: identity },
    },
    clinics: { populate: { campus: identity, department: identity } },
  },
  present(row, context) {
    const deadline = instant(row, 'deadline');
    const suspensions = parts(row, 'suspensions');
    return {
      boundary: nextBoundary(context.now, [deadline, ...suspensions.flatMap(periodOf)]),
      form: {
        type: 'notice',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        category: line(row, 'category'),
        documentNumber: line(row, 'documentNumber'),
        publishedOn: day(row, 'publishedOn'),
        publishedTime: minute(row, 'publishedTime'),
        validFrom: day(row, 'validFrom'),
        deadline: deadline && minuteOf(deadline),
        expired: deadline !== undefined && deadline <= context.now,
        body: body(row, 'body', context),
        attachments: attachments(row),
        channel: ref(row, 'channel'),
        department: ref(row, 'department'),
        suspensions: suspensions.map((entry) => suspension(entry, context.now)),
        clinics: parts(row, 'clinics').map(holidayClinic),
      },
    };
  },
};

function periodOf(entry: Row): [Date | undefined, Date | undefined] {
  const from = day(entry, 'from');
  const until = day(entry, 'until');
  return [from === undefined ? undefined : startOf(from), until === undefined ? undefined : endOf(until)];
}

function suspension(entry: Row, now: Date): Record<string, unknown> {
  return {
    doctor: ref(entry, 'doctor'),
    department: ref(entry, 'department'),
    campus: ref(entry, 'campus'),
    from: day(entry, 'from'),
    until: day(entry, 'until'),
    session: line(entry, 'session'),
    substitute: ref(entry, 'substitute'),
    note: line(entry, 'note'),
    state: phaseOf(now, ...periodOf(entry)),
  };
}

function holidayClinic(entry: Row): Record<string, unknown> {
  return {
    date: day(entry, 'date'),
    until: day(entry, 'until'),
    campus: ref(entry, 'campus'),
    department: ref(entry, 'department'),
    session: line(entry, 'session'),
    note: line(entry, 'note'),
  };
}
