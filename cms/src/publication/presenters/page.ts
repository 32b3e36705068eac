import { body } from './body.ts';
import { attachments, day, line, number, ref } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 单页 */
export const page: Presenter = {
  type: 'page',
  uid: 'api::page.page',
  drafted: true,
  texts: ['body'],
  populate: { channel: identity, department: identity, attachments: { populate: { file: identity } } },
  present(row, context) {
    return {
      form: {
        type: 'page',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        body: body(row, 'body', context),
        attachments: attachments(row),
        channel: ref(row, 'channel'),
        department: ref(row, 'department'),
        reviewDue: day(row, 'reviewDue'),
        order: number(row, 'order') ?? 0,
      },
    };
  },
};
