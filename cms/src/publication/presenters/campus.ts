import { body } from './body.ts';
import { line, number, ref } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 院区 */
export const campus: Presenter = {
  type: 'campus',
  uid: 'api::campus.campus',
  drafted: false,
  texts: ['transport', 'intro'],
  populate: { photo: identity },
  present(row, context) {
    return {
      form: {
        type: 'campus',
        id: row['documentId'],
        slug: line(row, 'slug'),
        name: line(row, 'name'),
        address: line(row, 'address'),
        latitude: number(row, 'latitude'),
        longitude: number(row, 'longitude'),
        transport: body(row, 'transport', context),
        phone: line(row, 'phone'),
        intro: body(row, 'intro', context),
        photo: ref(row, 'photo'),
        order: number(row, 'order') ?? 0,
      },
    };
  },
};
