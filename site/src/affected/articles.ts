/** What a change of an article may touch. */
import type { Article } from '@xinglin/shared/content/article.js';
import { homePath, rssPath } from '@xinglin/shared/paths.js';
import { excerptOf } from '../views/body.ts';
import { kinships, unitsOf } from '../views/kinship.ts';
import { sourceLabel } from '../views/listing.ts';
import { channelFronts } from './channels.ts';
import { differs, type Forms, idOf, namedBy, positionOf, present } from './forms.ts';
import type { Holders } from './holders.ts';
import { type Months, ownerList, typeList } from './months.ts';
import { newerInList, nextInChannel } from './neighbours.ts';
import type { Scope } from './scope.ts';

/** What of an article is seen differently where it is one of many. */
export interface Seen {
  /** Its titles, address or date: by every list, and by whoever links to it. */
  entry?: boolean;
  /** Its label: by every list. */
  label?: boolean;
  /** From whom it is: by months, and by lists with room. */
  source?: boolean;
  /** Its first words or cover: by lists with room. */
  detail?: boolean;
  /** Whether it stands first. */
  pinned?: boolean;
}

/** What is settled when all changes have been told. */
export interface Tallies {
  months: Months;
  holders: Holders;
}

type Pick = (one: Article) => readonly (string | undefined)[];

const seriesOf: Pick = ({ series }) => [series];
const tagsOf: Pick = ({ tags }) => tags;
const doctorsOf: Pick = ({ related }) => related.doctors;
const channelsOf: Pick = ({ channel, alsoIn }) => [channel, ...alsoIn];

/** Lists with months. */
const monthly = [
  { type: 'channel', pick: channelsOf },
  { type: 'series', pick: seriesOf },
  { type: 'tag', pick: tagsOf },
] as const;

/** Hubs whose pages show their newest articles. */
const hubs = [
  { type: 'department', pick: unitsOf },
  { type: 'disease', pick: ({ related }: Article) => related.diseases },
  { type: 'doctor', pick: doctorsOf },
] as const;

export function article(scope: Scope, forms: Forms<'article'>, tallies: Tallies): void {
  const entry = differs(forms, (one) => [
    one.slug,
    one.title,
    one.shortTitle,
    one.publishedOn,
    one.publishedTime,
  ]);
  const label = differs(forms, ({ series }) => series);
  const detail = differs(forms, ({ summary, body, cover }) => [summary ?? excerptOf(body), cover]);
  const source = differs(forms, sourceLabel);
  const pinned = differs(forms, (one) => one.pinned);
  articleInLists(scope, forms, { entry, label, source, detail, pinned }, tallies);
  besideOthers(scope, forms, entry);
  if (entry) scope.naming({ type: 'article', id: idOf(forms) }, 'article', ['related']);
}

/** The lists that show an article, as it was or as it is. */
export function articleInLists(scope: Scope, forms: Forms<'article'>, seen: Seen, tallies: Tallies): void {
  const listed = seen.entry || seen.label || false;
  const inMonths = listed || seen.source || false;
  const detailed = inMonths || seen.detail;
  for (const { type, pick } of monthly) {
    for (const { id, moved } of namedBy(forms, pick)) {
      const owner = { type, id };
      if (moved) tallies.holders.change(owner, forms.after !== undefined && pick(forms.after).includes(id));
      if (type !== 'channel' && (moved || detailed)) scope.page(type, id);
      if (type === 'channel' && (moved || detailed || seen.pinned)) {
        channelFronts(scope, id);
        scope.name(homePath);
      }
      const placeIn = (form: Article | undefined) =>
        form !== undefined && pick(form).includes(id) ? positionOf(form) : undefined;
      tallies.months.change(ownerList(scope, owner), placeIn(forms.before), placeIn(forms.after), inMonths);
    }
  }
  for (const { type, pick } of hubs) {
    for (const { id, moved } of namedBy(forms, pick)) if (moved || listed) scope.page(type, id);
  }
  if (detailed) {
    scope.index('article');
    scope.name(homePath, rssPath);
    scope.naming({ type: 'article', id: idOf(forms) }, 'topic');
  }
  const [was, is] = [forms.before, forms.after].map((form) => form && positionOf(form));
  tallies.months.change(typeList(scope, 'article'), was, is, inMonths);
}

/** The articles that show it beside their own text. */
function besideOthers(scope: Scope, forms: Forms<'article'>, named: boolean): void {
  for (const { type, rels, of, most } of kinships) {
    for (const { id, moved } of namedBy(forms, of)) {
      if (!moved && !named) continue;
      const owner = { type, id };
      for (const form of present(forms).filter((one) => of(one).includes(id))) {
        newerInList(scope, owner, rels, positionOf(form), most);
        if (type === 'channel') nextInChannel(scope, owner, positionOf(form));
      }
    }
  }
}
