/** What the office does with the addresses of its pages: moving, swapping, withdrawing, redirecting. */
import { draftedTypes, type ItemType } from '@xinglin/shared/content/item.js';
import { itemPath, type PagedType } from '@xinglin/shared/paths.js';
import type { Cms } from './cms.ts';
import type { HistoryAct, Outcome } from './history.ts';
import type { Memory, Said } from './memory.ts';
import { uidOf } from './oracle.ts';

type Performer = (cms: Cms, act: HistoryAct, memory: Memory) => Promise<Outcome>;

/** Half of the acts are on hubs. */
const typeOf = ({ type, hub, other }: HistoryAct): PagedType => (other % 2 === 0 ? type : hub) as PagedType;

/** Few names, so that documents take over what others left. */
const nameOf = ({ other }: HistoryAct): string => `di-zhi-${other % 5}`;

/** Moves a document that is live, and publishes it there. */
async function move(cms: Cms, type: ItemType, documentId: string, slug: string): Promise<void> {
  const published = draftedTypes.includes(type) ? { status: 'published' } : {};
  await cms.documents(uidOf(type)).update({ documentId, data: { slug }, ...published });
}

function removeFromSite(cms: Cms, type: ItemType, id: string, request: object): Promise<void> {
  const publication = cms.load('src/publication/publication.js').publicationOf(cms.strapi);
  return cms.load('src/publication/removal.js').removeFromSite(publication, type, id, request);
}

const onLive =
  (
    run: (cms: Cms, act: HistoryAct, page: { id: string; slug: string }, memory: Memory) => Promise<unknown>,
  ): Performer =>
  async (cms, act, memory) => {
    const live = memory.pages(typeOf(act)).filter(({ isLive }) => isLive);
    const page = live[act.pick % live.length];
    if (page === undefined) return 'nothing to act on';
    await run(cms, act, page, memory);
    return 'done';
  };

/** On any page that was ever live: also what is off already may be said anew. */
const onAny =
  (
    say: (act: HistoryAct, memory: Memory, key: string) => { said: Said; path?: string } | undefined,
  ): Performer =>
  async (cms, act, memory) => {
    const type = typeOf(act);
    const pages = memory.pages(type);
    const page = pages[act.pick % pages.length];
    const asked = page && say(act, memory, `${type}/${page.id}`);
    if (page === undefined || asked === undefined) return 'nothing to act on';
    const { said, path } = asked;
    await removeFromSite(cms, type, page.id, { ...said, redirectTo: path });
    memory.say(type, page.id, said);
    return 'done';
  };

export const addressPerformers = {
  'slug-move': onLive((cms, act, { id }) => move(cms, typeOf(act), id, nameOf(act))),
  'slug-draft': onLive((cms, act, { id: documentId }) =>
    cms.documents(uidOf(act.type)).update({ documentId, data: { slug: nameOf(act) } }),
  ),
  'slug-swap': async (cms, act, memory) => {
    const type = typeOf(act);
    const live = memory.pages(type).filter(({ isLive }) => isLive);
    const [a, b] = [live[act.pick % live.length], live[(act.pick + 1) % live.length]];
    if (a === undefined || b === undefined || a.id === b.id) return 'nothing to act on';
    await move(cms, type, a.id, `lin-shi-${act.pick}`);
    await memory.look(cms.strapi);
    await move(cms, type, b.id, a.slug);
    await memory.look(cms.strapi);
    await move(cms, type, a.id, b.slug);
    return 'done';
  },
  withdraw: onAny(({ other }) => ({ said: { reason: 'withdrawn', explanation: `撤稿说明${other % 3}` } })),
  'take-down': onAny(() => ({ said: { reason: 'gone' } })),
  redirect: onAny(({ pick, type, hub }, memory, key) => {
    const targets = [type, hub].flatMap((to) =>
      memory
        .pages(to)
        .flatMap(({ id, isLive, slug }) =>
          isLive && `${to}/${id}` !== key
            ? [{ to: `${to}/${id}`, path: itemPath(to as PagedType, slug) }]
            : [],
        ),
    );
    const target = targets[pick % targets.length];
    return target && { said: { reason: 'redirect', to: target.to }, path: target.path };
  }),
  restore: async (cms, act, memory) => {
    const type = typeOf(act);
    const documents = cms.documents(uidOf(type));
    // What was deleted does not come back.
    const kept = new Set((await documents.findMany({ limit: 1_000 })).map((row) => row.documentId));
    const gone = memory.pages(type).filter(({ id, isLive }) => !isLive && kept.has(id));
    const documentId = gone[act.pick % gone.length]?.id;
    if (documentId === undefined) return 'nothing to act on';
    if (draftedTypes.includes(type)) await documents.publish({ documentId });
    else await documents.update({ documentId, data: { visible: true } });
    return 'done';
  },
} satisfies Record<string, Performer>;
