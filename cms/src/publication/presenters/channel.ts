import { line, number, ref, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 栏目 */
export const channel: Presenter = {
  type: 'channel',
  uid: 'api::channel.channel',
  drafted: false,
  texts: [],
  populate: { parent: identity },
  present(row) {
    return {
      form: {
        type: 'channel',
        id: row['documentId'],
        slug: line(row, 'slug'),
        name: line(row, 'name'),
        parent: ref(row, 'parent'),
        category: line(row, 'category'),
        description: text(row, 'description'),
        keywords: line(row, 'keywords'),
        updateCycleDays: number(row, 'updateCycleDays'),
        order: number(row, 'order') ?? 0,
      },
    };
  },
};
