/** A doctor's page: who, what for, when and where to find. */
import type { Doctor } from '@xinglin/shared/content/doctor.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Picture } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { bodyHtml, excerptOf } from './body.ts';
import { type ClinicTable, clinicTables } from './clinics.ts';
import { consultationEntry, videoEntry } from './dated-entries.ts';
import { photoOf } from './doctors.ts';
import { itemPages, type Kind } from './kind.ts';
import { articleEntry, type ListEntry } from './listing.ts';
import { type NamedLink, nameLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { type SuspensionView, suspensionsOf } from './suspensions.ts';

const listSize = 10;

export interface DoctorView extends PageView {
  name: string;
  title: string;
  teachingTitle?: string;
  post?: string;
  /** 离院: the page stays, so that old links find out. */
  left: boolean;
  departments: NamedLink[];
  specialties?: string;
  introHtml?: string;
  photo?: Picture;
  suspensions: SuspensionView[];
  clinics: ClinicTable[];
  diseases: NamedLink[];
  articles: ListEntry[];
  videos: ListEntry[];
  consultations: ListEntry[];
}

export const doctor: Kind<DoctorView> = {
  ...itemPages('doctor'),
  view(snapshot, place) {
    const found = snapshot.bySlug('doctor', place.slug);
    return found && viewOf(snapshot, found);
  },
};

function viewOf(snapshot: Snapshot, found: Doctor): DoctorView {
  const departments = nameLinks(snapshot, 'department', found.departments);
  const left = found.status === '离院';
  const photo = photoOf(snapshot, found);
  const limit = { limit: listSize };
  return {
    ...pageOf(snapshot, {
      path: itemPath('doctor', found.slug),
      title: `${found.name} ${found.title}`,
      description: left ? `${found.name}，${found.title}，已离院。` : describe(found, departments),
      picture: photo,
      way: [
        { label: '找医生', path: indexPath('doctor') },
        ...departments.slice(0, 1),
        { label: found.name },
      ],
    }),
    name: found.name,
    title: found.title,
    teachingTitle: found.teachingTitle,
    post: left ? undefined : found.post,
    left,
    departments,
    specialties: found.specialties,
    introHtml: bodyHtml(snapshot, found.intro, { base: 3 }),
    photo,
    suspensions: suspensionsOf(snapshot, found),
    clinics: clinicTables(snapshot, found),
    diseases: snapshot.naming({ owner: found, type: 'disease', rels: ['doctors'] }).map(nameLink<'disease'>),
    articles: snapshot
      .naming({ owner: found, type: 'article', rels: ['related'] }, limit)
      .map((item) => articleEntry(snapshot, item)),
    videos: snapshot.naming({ owner: found, type: 'video', rels: ['doctors'] }, limit).map(videoEntry),
    consultations: snapshot
      .naming({ owner: found, type: 'consultation', rels: ['doctors', 'answeredBy'] }, limit)
      .map(consultationEntry),
  };
}

/** Who works where and what for: what a search engine shows of a doctor. */
function describe({ name, title, specialties }: Doctor, departments: readonly NamedLink[]): string {
  const who = `${name}，${departments.map(({ label }) => label).join('、')}${title}`;
  return specialties === undefined ? `${who}。` : `${who}。擅长：${excerptOf(specialties)}`;
}
