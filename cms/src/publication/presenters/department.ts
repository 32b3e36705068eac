import { body } from './body.ts';
import { line, names, number, ref, refs } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 科室 */
export const department: Presenter = {
  type: 'department',
  uid: 'api::department.department',
  drafted: false,
  texts: ['intro', 'clinicNote'],
  populate: { parent: identity, campuses: identity, diseases: identity },
  present(row, context) {
    return {
      form: {
        type: 'department',
        id: row['documentId'],
        slug: line(row, 'slug'),
        name: line(row, 'name'),
        shortName: line(row, 'shortName'),
        aliases: names(row, 'aliases'),
        formerNames: names(row, 'formerNames'),
        category: line(row, 'category'),
        intro: body(row, 'intro', context),
        phone: line(row, 'phone'),
        location: line(row, 'location'),
        clinicNote: body(row, 'clinicNote', context),
        parent: ref(row, 'parent'),
        campuses: refs(row, 'campuses'),
        diseases: refs(row, 'diseases'),
        order: number(row, 'order') ?? 0,
      },
    };
  },
};
