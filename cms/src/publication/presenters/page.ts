import { body } from './body.ts';
import { attachments, line, number, ref } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';
import { reviewOf } from './review.ts';

/** 单页 */
export const page: Presenter = {
  type: 'page',
  uid: 'api::page.page',
  drafted: true,
  texts: ['body'],
  populate: { channel: identity, department: identity, attachments: { populate: { file: identity } } },
  present(row, context) {
    const review = reviewOf(row, context.now);
    return {
      boundary: review.boundary,
      form: {
        type: 'page',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        body: body(row, 'body', context),
        attachments: attachments(row),
        channel: ref(row, 'channel'),
        department: ref(row, 'department'),
        ...review.facts,
        order: number(row, 'order') ?? 0,
      },
    };
  },
};
