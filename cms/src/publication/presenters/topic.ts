import { endOf, nextBoundary, phaseOf, startOf } from '../calendar.ts';
import { body } from './body.ts';
import { day, line, parts, ref, refs } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 专题 */
export const topic: Presenter = {
  type: 'topic',
  uid: 'api::topic.topic',
  drafted: true,
  texts: ['intro'],
  populate: {
    cover: identity,
    blocks: {
      populate: { articles: identity, videos: identity, consultations: identity, diseases: identity },
    },
  },
  present(row, context) {
    const [from, until] = [day(row, 'from'), day(row, 'until')];
    const period = [from && startOf(from), until && endOf(until)].map((one) => one || undefined);
    return {
      boundary: nextBoundary(context.now, period),
      form: {
        type: 'topic',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        intro: body(row, 'intro', context),
        cover: ref(row, 'cover'),
        from,
        until,
        state: from || until ? phaseOf(context.now, period[0], period[1]) : undefined,
        blocks: parts(row, 'blocks').map((block) => ({
          heading: line(block, 'heading'),
          articles: refs(block, 'articles'),
          videos: refs(block, 'videos'),
          consultations: refs(block, 'consultations'),
          diseases: refs(block, 'diseases'),
        })),
      },
    };
  },
};
