import { body } from './body.ts';
import { day, line, ref, refs, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 咨询 */
export const consultation: Presenter = {
  type: 'consultation',
  uid: 'api::consultation.consultation',
  drafted: false,
  texts: ['answer'],
  populate: { departments: identity, doctors: identity, answeredBy: identity },
  present(row, context) {
    return {
      form: {
        type: 'consultation',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        question: text(row, 'question'),
        answer: body(row, 'answer', context),
        answeredBy: ref(row, 'answeredBy'),
        answeredOn: day(row, 'answeredOn'),
        departments: refs(row, 'departments'),
        doctors: refs(row, 'doctors'),
      },
    };
  },
};
