/** A consultation: a question without its asker, and a doctor's answer. */
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { bodyHtml, excerptOf } from './body.ts';
import { itemPages, type Kind } from './kind.ts';
import { type NamedLink, nameLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { publicationOf } from './publication.ts';

export interface ConsultationView extends PageView {
  title: string;
  /** One entry a paragraph. */
  question: string[];
  answerHtml: string;
  answeredBy?: NamedLink & { title: string };
  answeredOn: string;
  departments: NamedLink[];
  doctors: NamedLink[];
}

export const consultation: Kind<ConsultationView> = {
  ...itemPages('consultation'),
  view(snapshot, place) {
    const found = snapshot.bySlug('consultation', place.slug);
    if (found === undefined) return undefined;
    const by = found.answeredBy === undefined ? undefined : snapshot.get('doctor', found.answeredBy);
    const departments = nameLinks(snapshot, 'department', found.departments);
    return {
      ...pageOf(snapshot, {
        path: itemPath('consultation', found.slug),
        title: found.title,
        description: excerptOf(found.answer),
        content: {
          ...publicationOf(found),
          source: departments.map(({ label }) => label).join('、') || undefined,
          author: by?.name,
        },
        way: [{ label: '健康咨询', path: indexPath('consultation') }, { label: '正文' }],
      }),
      title: found.title,
      question: found.question
        .split(/\n+/)
        .map((text) => text.trim())
        .filter((text) => text !== ''),
      answerHtml: bodyHtml(snapshot, found.answer, { base: 3 }) ?? '',
      answeredBy: by && { ...nameLink<'doctor'>(by), title: by.title },
      answeredOn: found.answeredOn,
      departments,
      doctors: nameLinks(
        snapshot,
        'doctor',
        found.doctors.filter((id) => id !== found.answeredBy),
      ),
    };
  },
};
