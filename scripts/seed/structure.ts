/** The typed data of `content/structure/` as documents. */
import type { z } from 'zod';
import { campuses } from './content/structure/campuses.ts';
import { channels } from './content/structure/channels.ts';
import { departments } from './content/structure/departments.ts';
import { doctors } from './content/structure/doctors.ts';
import { series, tags } from './content/structure/groupings.ts';
import { site } from './content/structure/site.ts';
import { slots } from './content/structure/slots.ts';
import { videos } from './content/structure/videos.ts';
import type { DemoDocument } from './documents.ts';
import * as entries from './entries.ts';
import { checkFields } from './front-matter.ts';

interface Entry {
  key: string;
}

/** All short documents. Where a type has an order, it is the one in which they are written. */
export function structureDocuments(): DemoDocument[] {
  return [
    ...documentsOf('campus', entries.campusEntry, campuses, { ordered: true }),
    ...documentsOf('department', entries.departmentEntry, departments, { ordered: true }),
    ...documentsOf('doctor', entries.doctorEntry, doctors, { ordered: true }),
    ...documentsOf('channel', entries.channelEntry, channels, { ordered: true }),
    ...documentsOf('series', entries.seriesEntry, series),
    ...documentsOf('tag', entries.tagEntry, tags),
    ...documentsOf('video', entries.videoEntry, videos),
    ...documentsOf('slot', entries.slotEntry, slots, { slugless: true }),
    ...documentsOf('site', entries.siteEntry, [site], { slugless: true, single: true }),
  ];
}

function documentsOf(
  type: DemoDocument['type'],
  schema: z.ZodType<Entry>,
  list: readonly Entry[],
  has: { ordered?: true; slugless?: true; single?: true } = {},
): DemoDocument[] {
  return list.map((entry, index) => {
    const place = `structure/ ${type} ${entry.key}`;
    const { key, ...data } = checkFields(place, schema, entry);
    return {
      key: `${type}/${key}`,
      type,
      place,
      data: {
        ...data,
        ...(has.slugless ? {} : { slug: key }),
        ...(has.ordered ? { order: (index + 1) * 10 } : {}),
        ...(has.single ? {} : { visible: true }),
      },
    };
  });
}
