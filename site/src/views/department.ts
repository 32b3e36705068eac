/** A department's page: what it does, where it is, who works there, what is new. */
import type { Department } from '@xinglin/shared/content/department.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { bodyHtml, excerptOf } from './body.ts';
import { inOrder } from './channel-tree.ts';
import { type ClinicTable, departmentTables } from './clinics.ts';
import { consultationEntry, videoEntry } from './dated-entries.ts';
import { type DoctorGroup, doctorsIn, groupDoctors } from './doctors.ts';
import { itemPages, type Kind } from './kind.ts';
import { feedLinkOf } from './list-feed.ts';
import { articleEntry, type ListEntry } from './listing.ts';
import { type NamedLink, nameLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { type SuspensionView, suspensionsOf } from './suspensions.ts';

const newsSize = 10;
const sideSize = 6;

export interface DepartmentView extends PageView {
  name: string;
  category: string;
  /** 别名 and 曾用名 */
  aliases: string[];
  formerNames: string[];
  phone?: string;
  location?: string;
  parent?: NamedLink;
  parts: NamedLink[];
  campuses: NamedLink[];
  introHtml?: string;
  clinicNoteHtml?: string;
  suspensions: SuspensionView[];
  clinics: ClinicTable[];
  /** By title. */
  doctors: DoctorGroup[];
  diseases: NamedLink[];
  news: ListEntry[];
  videos: ListEntry[];
  consultations: ListEntry[];
}

export const department: Kind<DepartmentView> = {
  ...itemPages('department'),
  view(snapshot, place) {
    const found = snapshot.bySlug('department', place.slug);
    return found && viewOf(snapshot, found);
  },
};

function viewOf(snapshot: Snapshot, found: Department): DepartmentView {
  const parent = found.parent === undefined ? undefined : snapshot.get('department', found.parent);
  const news = snapshot.naming(
    { owner: found, type: 'article', rels: ['sources', 'related'] },
    { limit: newsSize },
  );
  return {
    ...pageOf(snapshot, {
      path: itemPath('department', found.slug),
      title: found.name,
      description: found.intro && excerptOf(found.intro),
      feed: feedLinkOf(snapshot, found),
      way: [
        { label: '科室', path: indexPath('department') },
        ...(parent === undefined ? [] : [nameLink<'department'>(parent)]),
        { label: found.name },
      ],
    }),
    name: found.name,
    category: found.category,
    aliases: [...(found.shortName === undefined ? [] : [found.shortName]), ...found.aliases],
    formerNames: found.formerNames,
    phone: found.phone,
    location: found.location,
    parent: parent && nameLink<'department'>(parent),
    parts: inOrder(snapshot.naming({ owner: found, type: 'department', rels: ['parent'] })).map(
      nameLink<'department'>,
    ),
    campuses: nameLinks(snapshot, 'campus', found.campuses),
    introHtml: bodyHtml(snapshot, found.intro, { base: 3, prefix: 'jie-shao', onTop: true }),
    clinicNoteHtml: bodyHtml(snapshot, found.clinicNote, { base: 3, prefix: 'men-zhen' }),
    suspensions: suspensionsOf(snapshot, found),
    clinics: departmentTables(snapshot, found),
    doctors: groupDoctors(snapshot, doctorsIn(snapshot, found), ({ title }) => title),
    diseases: diseasesOf(snapshot, found),
    news: news.map((item) => articleEntry(snapshot, item)),
    videos: snapshot
      .naming({ owner: found, type: 'video', rels: ['departments'] }, { limit: sideSize })
      .map(videoEntry),
    consultations: snapshot
      .naming({ owner: found, type: 'consultation', rels: ['departments'] }, { limit: sideSize })
      .map(consultationEntry),
  };
}

/** What the department names itself, then the diseases that name it. */
function diseasesOf(snapshot: Snapshot, found: Department): NamedLink[] {
  const own = nameLinks(snapshot, 'disease', found.diseases);
  const others = snapshot.naming({ owner: found, type: 'disease', rels: ['departments'] });
  const all = [...own, ...others.map(nameLink<'disease'>)];
  return [...new Map(all.map((link) => [link.path, link])).values()];
}
