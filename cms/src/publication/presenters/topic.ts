import { body } from './body.ts';
import { day, line, parts, ref, refs } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 专题 */
export const topic: Presenter = {
  type: 'topic',
  uid: 'api::topic.topic',
  drafted: true,
  texts: ['intro'],
  populate: { cover: identity, blocks: { populate: { articles: identity } } },
  present(row, context) {
    return {
      form: {
        type: 'topic',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        intro: body(row, 'intro', context),
        cover: ref(row, 'cover'),
        from: day(row, 'from'),
        until: day(row, 'until'),
        blocks: parts(row, 'blocks').map((block) => ({
          heading: line(block, 'heading'),
          articles: refs(block, 'articles'),
        })),
      },
    };
  },
};
