/** Random items that are no articles: what articles name, and what stands beside them. */

import { clinicKind, doctorTitle } from '@xinglin/shared/content/doctor.js';
import { slotPosition } from '@xinglin/shared/content/groupings.js';
import type { Item } from '@xinglin/shared/content/item.js';
import { noticeCategory, suspensionSession } from '@xinglin/shared/content/notice.js';
import fc from 'fast-check';
import { day, firstPublishedAt, ids, line, markdown, refs, slugOf } from './content-parts.ts';
import { site } from './items.ts';
import { mediaOf } from './media-files.ts';

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const order = fc.nat(3);
const attachments = fc.array(fc.record({ media: ids('media'), name: line }), { maxLength: 1 });

/** An item of a type, with its id and a slug, and the rest as said. */
function made<Type extends Item['type'], Rest extends object>(
  type: Type,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) {
  return ids(type).chain((id) =>
    fc.record({ type: fc.constant(type), id: fc.constant(id), slug: slugOf(id), ...rest }),
  ) as unknown as fc.Arbitrary<Item>;
}

const suspension = fc.record({
  doctor: optional(ids('doctor')),
  department: optional(ids('department')),
  campus: optional(ids('campus')),
  from: day,
  until: day,
  session: fc.constantFrom(...suspensionSession.options),
  substitute: optional(ids('doctor')),
  state: fc.constantFrom('未开始', '进行中', '已结束'),
});

const holidayClinic = fc.record({
  date: day,
  until: optional(day),
  campus: optional(ids('campus')),
  department: optional(ids('department')),
  session: optional(fc.constantFrom(...suspensionSession.options)),
  note: optional(line),
});

export const someNotices: fc.Arbitrary<Item> = fc.oneof(
  made('notice', {
    title: line,
    category: fc.constantFrom(...noticeCategory.options),
    publishedOn: day,
    firstPublishedAt,
    validFrom: optional(day),
    expired: fc.boolean(),
    body: markdown,
    attachments,
    channel: ids('channel'),
    department: optional(ids('department')),
    suspensions: fc.array(suspension, { maxLength: 2 }),
    clinics: fc.array(holidayClinic, { maxLength: 2 }),
  }),
  made('page', {
    title: line,
    body: markdown,
    attachments,
    channel: ids('channel'),
    reviewDue: optional(day),
    reviewOverdue: fc.boolean(),
    firstPublishedAt,
    order,
  }),
);

const doctors = made('doctor', {
  name: line,
  title: fc.constantFrom(...doctorTitle.options),
  intro: optional(markdown),
  photo: optional(ids('media')),
  status: fc.constantFrom('在职', '离院'),
  departments: fc.uniqueArray(ids('department'), { minLength: 1, maxLength: 2 }),
  clinics: fc.array(
    fc.record({
      campus: ids('campus'),
      department: ids('department'),
      weekday: fc.constantFrom('周一', '周三'),
      session: fc.constantFrom('上午', '下午'),
      kind: fc.constantFrom(...clinicKind.options),
    }),
    { maxLength: 2 },
  ),
  order,
});

const slots = fc
  .tuple(
    fc.constantFrom(...slotPosition.options.entries()),
    fc.array(
      fc.record({
        article: optional(ids('article')),
        title: optional(line),
        picture: optional(ids('media')),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([[index, position], items]): Item => ({ type: 'slot', id: `slot${index + 1}`, position, items }));

const settings = fc
  .record({
    name: line,
    greyscale: fc.boolean(),
    footer: optional(markdown),
    logo: optional(ids('media')),
    publicSecurity: optional(fc.record({ label: line, picture: optional(ids('media')) })),
  })
  .map((more): Item => ({ ...site, ...more }));

export const someUndated: fc.Arbitrary<Item> = fc.oneof(
  // Parents have smaller numbers, so that no channel is its own ancestor.
  made('channel', {
    name: line,
    category: fc.constantFrom('新闻', '公告', '科普'),
    order,
    parent: optional(fc.constant('channel1')),
  }).map((item) =>
    item.id === 'channel1' && item.type === 'channel' ? { ...item, parent: undefined } : item,
  ),
  made('department', {
    name: line,
    aliases: fc.constant([]),
    formerNames: fc.constant([]),
    category: fc.constantFrom('临床', '医技', '职能'),
    intro: optional(markdown),
    parent: fc.constant(undefined),
    campuses: refs('campus'),
    diseases: refs('disease'),
    order,
  }),
  doctors,
  made('campus', { name: line, address: line, photo: optional(ids('media')), order }),
  made('disease', {
    name: line,
    aliases: fc.constant([]),
    body: markdown,
    departments: refs('department'),
    doctors: refs('doctor'),
    reviewDue: optional(day),
    reviewOverdue: fc.boolean(),
  }),
  made('consultation', {
    title: line,
    question: line,
    answer: markdown,
    answeredBy: optional(ids('doctor')),
    answeredOn: day,
    firstPublishedAt,
    departments: refs('department'),
    doctors: refs('doctor'),
  }),
  made('video', {
    title: line,
    file: ids('media'),
    poster: optional(ids('media')),
    publishedOn: day,
    firstPublishedAt,
    departments: refs('department'),
    doctors: refs('doctor'),
  }),
  made('series', { name: line }),
  made('tag', { name: line }),
  made('topic', {
    title: line,
    intro: optional(markdown),
    state: optional(fc.constantFrom('未开始', '进行中', '已结束')),
    blocks: fc.array(
      fc.record({
        heading: line,
        articles: refs('article'),
        videos: refs('video'),
        consultations: refs('consultation'),
        diseases: refs('disease'),
      }),
      { maxLength: 2 },
    ),
  }),
  fc
    .tuple(ids('media'), fc.boolean(), fc.boolean(), fc.constantFrom(undefined, { x: 0.25, y: 0.6 }))
    .map(
      ([id, broken, decorative, focalPoint]): Item => ({ ...mediaOf(id, broken), decorative, focalPoint }),
    ),
  slots,
  settings,
);
