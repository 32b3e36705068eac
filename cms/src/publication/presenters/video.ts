import { body } from './body.ts';
import { day, line, number, ref, refs, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 视频 */
export const video: Presenter = {
  type: 'video',
  uid: 'api::video.video',
  drafted: false,
  texts: ['transcript'],
  populate: {
    file: identity,
    poster: identity,
    subtitles: identity,
    departments: identity,
    doctors: identity,
  },
  present(row, context) {
    return {
      form: {
        type: 'video',
        id: row['documentId'],
        slug: line(row, 'slug'),
        title: line(row, 'title'),
        summary: text(row, 'summary'),
        file: ref(row, 'file'),
        poster: ref(row, 'poster'),
        subtitles: ref(row, 'subtitles'),
        transcript: body(row, 'transcript', context),
        durationSeconds: number(row, 'durationSeconds'),
        publishedOn: day(row, 'publishedOn'),
        departments: refs(row, 'departments'),
        doctors: refs(row, 'doctors'),
      },
    };
  },
};
