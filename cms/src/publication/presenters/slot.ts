import { nextBoundary, phaseOf } from '../calendar.ts';
import { instant, line, parts, ref, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 推荐位: what runs now. An entry that names neither an article nor an address has nothing to lead to. */
export const slot: Presenter = {
  type: 'slot',
  uid: 'api::slot.slot',
  drafted: false,
  texts: [],
  populate: { items: { populate: { article: identity, picture: identity } } },
  present(row, context) {
    const items = parts(row, 'items').map((entry) => ({
      from: instant(entry, 'from'),
      until: instant(entry, 'until'),
      shown: {
        article: ref(entry, 'article'),
        title: line(entry, 'title'),
        url: line(entry, 'url'),
        summary: text(entry, 'summary'),
        picture: ref(entry, 'picture'),
      },
    }));
    return {
      boundary: nextBoundary(
        context.now,
        items.flatMap(({ from, until }) => [from, until]),
      ),
      form: {
        type: 'slot',
        id: row['documentId'],
        position: line(row, 'position'),
        items: items
          .filter(({ from, until }) => phaseOf(context.now, from, until) === '进行中')
          .map(({ shown }) => shown)
          .filter(({ article, url }) => article !== undefined || url !== undefined),
      },
    };
  },
};
