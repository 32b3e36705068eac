import { body } from './body.ts';
import { day, line, names, ref, refs } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';
import { reviewOf } from './review.ts';

/** 疾病 */
export const disease: Presenter = {
  type: 'disease',
  uid: 'api::disease.disease',
  drafted: false,
  texts: ['body'],
  populate: { departments: identity, doctors: identity, reviewedBy: identity },
  present(row, context) {
    const review = reviewOf(row, context.now);
    return {
      boundary: review.boundary,
      form: {
        type: 'disease',
        id: row['documentId'],
        slug: line(row, 'slug'),
        name: line(row, 'name'),
        aliases: names(row, 'aliases'),
        body: body(row, 'body', context),
        departments: refs(row, 'departments'),
        doctors: refs(row, 'doctors'),
        reviewedBy: ref(row, 'reviewedBy'),
        reviewedOn: day(row, 'reviewedOn'),
        ...review.facts,
      },
    };
  },
};
