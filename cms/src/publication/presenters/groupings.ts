import { line, type Row, text } from './fields.ts';
import type { Presenter } from './presenter.ts';

const named = (type: 'series' | 'tag'): Presenter => ({
  type,
  uid: `api::${type}.${type}`,
  drafted: false,
  texts: [],
  populate: {},
  present: (row: Row) => ({
    form: {
      type,
      id: row['documentId'],
      slug: line(row, 'slug'),
      name: line(row, 'name'),
      description: text(row, 'description'),
    },
  }),
});

/** 系列 */
export const series = named('series');
/** 标签 */
export const tag = named('tag');
