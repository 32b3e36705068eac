/** Random histories of the office: acts of every kind, by every way in, on a real Strapi. */
import { draftedTypes, type ItemType } from '@xinglin/shared/content/item.js';
import fc from 'fast-check';
import type { Cms, Documents } from './cms.ts';
import { addressPerformers } from './history-addresses.ts';
import type { Memory } from './memory.ts';
import { uidOf } from './oracle.ts';
import { picture, upload, uploadOf } from './pictures.ts';

const kinds = [
  'create',
  'create',
  'create-published',
  'update',
  'update-published',
  'publish',
  'publish',
  'publish',
  'unpublish',
  'delete',
  'discard',
  'clone',
  'bulk-publish',
  'bulk-unpublish',
  'bulk-delete',
  'hub-create',
  'hub-update',
  'hub-hide',
  'hub-delete',
  'media-create',
  'media-replace',
  'media-info',
  'media-delete',
  'time',
  'abort',
  'slug-move',
  'slug-move',
  'slug-move',
  'slug-move',
  'slug-draft',
  'slug-swap',
  'slug-swap',
  'slug-swap',
  'withdraw',
  'take-down',
  'redirect',
  'redirect',
  'restore',
  'restore',
] as const;

export interface HistoryAct {
  kind: (typeof kinds)[number];
  type: ItemType;
  hub: ItemType;
  /** Which of the documents there are, and which words. */
  pick: number;
  other: number;
}

export const historyAct: fc.Arbitrary<HistoryAct> = fc.record({
  kind: fc.constantFrom(...kinds),
  type: fc.constantFrom<ItemType>('article', 'article', 'article', 'notice', 'page', 'topic'),
  hub: fc.constantFrom<ItemType>('channel', 'department', 'campus', 'tag', 'doctor', 'series'),
  pick: fc.nat(1_000),
  other: fc.nat(1_000),
});

/** An act that was refused or called off on purpose: it must have left nothing behind. */
export type Outcome = 'done' | 'refused' | 'nothing to act on';

/** Our refusals: what is incomplete, and an address that another document holds. */
const refusal = /不能(?:发布|保存)|^网址名“.*”已被/;

/**
 * Performs one act, and remembers what came of it for readers.
 * @throws whatever is neither a refusal in the office's language nor our own abort.
 */
export async function perform(cms: Cms, act: HistoryAct, memory: Memory): Promise<Outcome> {
  try {
    return await performers[act.kind](cms, act, memory);
  } catch (error) {
    const { name, message } = error as Error;
    if (message === calledOff) return 'refused';
    if (name === 'ValidationError' && refusal.test(message)) return 'refused';
    throw new Error(`${act.kind} ${act.type} failed`, { cause: error });
  } finally {
    await memory.look(cms.strapi);
  }
}

const calledOff = 'called off by the test';
const documentsOf = (cms: Cms, type: ItemType): Documents => cms.documents(uidOf(type));

async function pickFrom(cms: Cms, type: ItemType, index: number): Promise<string | undefined> {
  const rows = await documentsOf(cms, type).findMany({
    sort: 'id:asc',
    fields: ['documentId'],
    limit: 1_000,
  });
  return rows.length === 0 ? undefined : rows[index % rows.length]?.documentId;
}

async function someOf(cms: Cms, type: ItemType, act: HistoryAct): Promise<string[]> {
  const picks = [act.pick, act.other, act.pick + act.other];
  const ids = await Promise.all(picks.map((index) => pickFrom(cms, type, index)));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

async function dataFor(cms: Cms, type: ItemType, { pick, other }: HistoryAct): Promise<object> {
  const channel = await pickFrom(cms, 'channel', pick);
  const department = await pickFrom(cms, 'department', other);
  const article = await pickFrom(cms, 'article', other);
  const day = `2026-11-${String(1 + (other % 28)).padStart(2, '0')}`;
  switch (type) {
    case 'article':
      return {
        title: `新闻之${pick}`,
        body: `第 ${other} 稿`,
        channel: channel ?? null,
        tags: [await pickFrom(cms, 'tag', pick)].filter((id) => id !== undefined),
        sources:
          department === undefined
            ? [{ kind: '外部单位', label: '卫生健康委' }]
            : [{ kind: '科室', department }],
        relatedArticles: article === undefined ? [] : [article],
        corrections: pick % 4 === 0 ? [{ on: day, text: `更正${other}` }] : [],
        pinnedUntil: pick % 3 === 0 ? `${day}T08:00:00.000Z` : null,
      };
    case 'notice':
      return {
        title: `公告之${pick}`,
        body: `第 ${other} 稿`,
        category: '通知',
        publishedOn: day,
        channel: channel ?? null,
        validFrom: pick % 2 === 0 ? day : null,
        suspensions: [{ from: day, until: day, session: '全天' }],
        clinics: pick % 3 === 0 ? [{ date: day, department: department ?? null, session: '上午' }] : [],
      };
    case 'page':
      return {
        title: `单页之${pick}`,
        body: `第 ${other} 稿`,
        channel: channel ?? null,
        reviewDue: pick % 2 === 0 ? day : null,
      };
    default:
      return { title: `专题之${pick}`, intro: `第 ${other} 稿`, blocks: [] };
  }
}

async function hubFor(cms: Cms, type: ItemType, { pick, other }: HistoryAct): Promise<object> {
  const name = `${other}号${pick}`;
  const department = await pickFrom(cms, 'department', pick);
  if (type === 'channel') return { name, category: '新闻', visible: true };
  if (type === 'department') return { name, category: '临床', visible: true };
  if (type === 'campus') return { name, address: `第${pick}街`, visible: true };
  if (type === 'doctor') {
    return {
      name,
      title: '主任医师',
      departments: department === undefined ? [] : [department],
      visible: true,
    };
  }
  return { name, visible: true };
}

type Performer = (cms: Cms, act: HistoryAct, memory: Memory) => Promise<Outcome>;

/** An act on one existing document. */
const onOne =
  (
    typeOf: (act: HistoryAct) => ItemType,
    run: (cms: Cms, act: HistoryAct, id: string) => Promise<unknown>,
  ): Performer =>
  async (cms, act) => {
    const documentId = await pickFrom(cms, typeOf(act), act.pick);
    if (documentId === undefined) return 'nothing to act on';
    await run(cms, act, documentId);
    return 'done';
  };

const drafted = ({ type }: HistoryAct): ItemType => type;
const hub = (act: HistoryAct): ItemType => act.hub;

/** The content manager's bulk actions: several documents in one transaction, all at once. */
const bulk =
  (run: (manager: BulkManager, uid: string, ids: string[]) => Promise<unknown>): Performer =>
  async (cms, act) => {
    const ids = await someOf(cms, act.type, act);
    if (ids.length === 0) return 'nothing to act on';
    await run(cms.strapi['plugin']('content-manager').service('document-manager'), uidOf(act.type), ids);
    return 'done';
  };

interface BulkManager {
  publishMany(uid: string, ids: string[]): Promise<unknown>;
  unpublishMany(ids: string[], uid: string): Promise<unknown>;
  deleteMany(ids: string[], uid: string): Promise<unknown>;
}

const onFile =
  (run: (cms: Cms, act: HistoryAct, id: number) => Promise<unknown>): Performer =>
  async (cms, act) => {
    const rows = await cms.strapi['db'].query('plugin::upload.file').findMany({ orderBy: { id: 'asc' } });
    if (rows.length === 0) return 'nothing to act on';
    await run(cms, act, rows[act.pick % rows.length].id);
    return 'done';
  };

const library = (cms: Cms) => cms.strapi['plugin']('upload').service('upload');

const performers: Record<HistoryAct['kind'], Performer> = {
  ...addressPerformers,
  create: async (cms, act) => {
    await documentsOf(cms, act.type).create({ data: await dataFor(cms, act.type, act) });
    return 'done';
  },
  'create-published': async (cms, act) => {
    const data = await dataFor(cms, act.type, act);
    await documentsOf(cms, act.type).create({ data, status: 'published' });
    return 'done';
  },
  update: onOne(drafted, async (cms, act, documentId) =>
    documentsOf(cms, act.type).update({ documentId, data: await dataFor(cms, act.type, act) }),
  ),
  'update-published': onOne(drafted, async (cms, act, documentId) =>
    documentsOf(cms, act.type).update({
      documentId,
      data: await dataFor(cms, act.type, act),
      status: 'published',
    }),
  ),
  publish: onOne(drafted, (cms, act, documentId) => documentsOf(cms, act.type).publish({ documentId })),
  unpublish: onOne(drafted, (cms, act, documentId) => documentsOf(cms, act.type).unpublish({ documentId })),
  delete: onOne(drafted, (cms, act, documentId) => documentsOf(cms, act.type).delete({ documentId })),
  discard: onOne(drafted, (cms, act, documentId) => documentsOf(cms, act.type).discardDraft({ documentId })),
  clone: onOne(drafted, (cms, act, documentId) => documentsOf(cms, act.type).clone({ documentId, data: {} })),
  'bulk-publish': bulk((manager, uid, ids) => manager.publishMany(uid, ids)),
  'bulk-unpublish': bulk((manager, uid, ids) => manager.unpublishMany(ids, uid)),
  'bulk-delete': bulk((manager, uid, ids) => manager.deleteMany(ids, uid)),
  'hub-create': async (cms, act) => {
    await documentsOf(cms, act.hub).create({ data: await hubFor(cms, act.hub, act) });
    return 'done';
  },
  'hub-update': onOne(hub, async (cms, act, documentId) =>
    documentsOf(cms, act.hub).update({ documentId, data: await hubFor(cms, act.hub, act) }),
  ),
  'hub-hide': onOne(hub, (cms, act, documentId) =>
    documentsOf(cms, act.hub).update({ documentId, data: { visible: false } }),
  ),
  'hub-delete': onOne(hub, (cms, act, documentId) => documentsOf(cms, act.hub).delete({ documentId })),
  'media-create': async (cms, act) => {
    await upload(cms.strapi, `图片${act.pick}.png`, await picture(act.other));
    return 'done';
  },
  'media-replace': onFile(async (cms, act, id) => {
    const name = `新图${act.pick}.png`;
    const file = await uploadOf(name, await picture(act.other + 1));
    return library(cms).replace(id, { data: { fileInfo: { name } }, file });
  }),
  'media-info': onFile((cms, act, id) =>
    library(cms).updateFileInfo(id, { alternativeText: `替代文字${act.other}` }),
  ),
  'media-delete': onFile(async (cms, _act, id) => library(cms).remove(await library(cms).findOne(id))),
  time: async (cms, act) => {
    cms.setClock(new Date(Date.UTC(2026, 10, 1 + (act.pick % 30), act.other % 24)));
    const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
    await cms.load('src/publication/represent.js').representDue(publication);
    return 'done';
  },
  abort: async (cms, act) =>
    cms.strapi['db'].transaction(async () => {
      const documents = documentsOf(cms, draftedTypes.includes(act.type) ? act.type : 'article');
      const { documentId } = await documents.create({ data: await dataFor(cms, act.type, act) });
      await documents.publish({ documentId });
      throw new Error(calledOff);
    }),
};
