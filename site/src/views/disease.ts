/** A disease: what it is, and who here treats it. */
import type { Disease } from '@xinglin/shared/content/disease.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { bodyHtml, excerptOf } from './body.ts';
import { byRank, type DoctorCard, doctorCard } from './doctors.ts';
import { itemPages, type Kind } from './kind.ts';
import { articleEntry, type ListEntry } from './listing.ts';
import { type NamedLink, nameLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';

const newsSize = 6;

export interface DiseaseView extends PageView {
  name: string;
  aliases: string[];
  bodyHtml: string;
  departments: NamedLink[];
  doctors: DoctorCard[];
  reviewedBy?: NamedLink & { title: string };
  reviewedOn?: string;
  /** 复核到期, where it has passed. */
  overdueSince?: string;
  articles: ListEntry[];
}

export const disease: Kind<DiseaseView> = {
  ...itemPages('disease'),
  view(snapshot, place) {
    const found = snapshot.bySlug('disease', place.slug);
    return found && viewOf(snapshot, found);
  },
};

function viewOf(snapshot: Snapshot, found: Disease): DiseaseView {
  const reviewer = found.reviewedBy === undefined ? undefined : snapshot.get('doctor', found.reviewedBy);
  return {
    ...pageOf(snapshot, {
      path: itemPath('disease', found.slug),
      title: found.name,
      description: excerptOf(found.body),
      way: [{ label: '疾病', path: indexPath('disease') }, { label: found.name }],
    }),
    name: found.name,
    aliases: found.aliases,
    bodyHtml: bodyHtml(snapshot, found.body, { onTop: true }) ?? '',
    departments: departmentsOf(snapshot, found),
    doctors: byRank(
      found.doctors
        .flatMap((id) => snapshot.get('doctor', id) ?? [])
        .filter(({ status }) => status === '在职'),
    ).map((doctor) => doctorCard(snapshot, doctor)),
    reviewedBy: reviewer && { ...nameLink<'doctor'>(reviewer), title: reviewer.title },
    reviewedOn: found.reviewedOn,
    ...(found.reviewOverdue && { overdueSince: found.reviewDue }),
    articles: snapshot
      .naming({ owner: found, type: 'article', rels: ['related'] }, { limit: newsSize })
      .map((item) => articleEntry(snapshot, item)),
  };
}

/** Those it names, then those that name it. */
function departmentsOf(snapshot: Snapshot, found: Disease): NamedLink[] {
  const own = nameLinks(snapshot, 'department', found.departments);
  const others = snapshot.naming({ owner: found, type: 'department', rels: ['diseases'] });
  const all = [...own, ...others.map(nameLink<'department'>)];
  return [...new Map(all.map((link) => [link.path, link])).values()];
}
