import { endOf, nextBoundary, phaseOf, startOf } from '../calendar.ts';
import { body } from './body.ts';
import { day, line, number, parts, type Row, ref, refs, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 医生 */
export const doctor: Presenter = {
  type: 'doctor',
  uid: 'api::doctor.doctor',
  drafted: false,
  texts: ['intro'],
  populate: {
    departments: identity,
    photo: identity,
    clinics: { populate: { campus: identity, department: identity } },
  },
  present(row, context) {
    const clinics = parts(row, 'clinics');
    return {
      boundary: nextBoundary(context.now, clinics.flatMap(periodOf)),
      form: {
        type: 'doctor',
        id: row['documentId'],
        slug: line(row, 'slug'),
        name: line(row, 'name'),
        pinyin: line(row, 'pinyin'),
        title: line(row, 'title'),
        teachingTitle: line(row, 'teachingTitle'),
        post: line(row, 'post'),
        specialties: text(row, 'specialties'),
        intro: body(row, 'intro', context),
        photo: ref(row, 'photo'),
        status: line(row, 'employment'),
        departments: refs(row, 'departments'),
        clinics: clinics
          .filter((clinic) => phaseOf(context.now, ...periodOf(clinic)) === '进行中')
          .flatMap(session),
        order: number(row, 'order') ?? 0,
      },
    };
  },
};

function periodOf(clinic: Row): [Date | undefined, Date | undefined] {
  const from = day(clinic, 'from');
  const until = day(clinic, 'until');
  return [from === undefined ? undefined : startOf(from), until === undefined ? undefined : endOf(until)];
}

/** A half-day without its campus or department tells nobody where to go: it is left out. */
function session(clinic: Row): Record<string, unknown>[] {
  const campus = ref(clinic, 'campus');
  const department = ref(clinic, 'department');
  if (campus === undefined || department === undefined) return [];
  return [
    {
      campus,
      department,
      weekday: line(clinic, 'weekday'),
      session: line(clinic, 'session'),
      kind: line(clinic, 'kind'),
      from: day(clinic, 'from'),
      until: day(clinic, 'until'),
    },
  ];
}
