/** The gate through which every act on a document passes, whoever the caller is. */
import type { Core } from '@strapi/strapi';
import { act } from './act.ts';
import { currentActor } from './actor.ts';
import { fillBeforePublish } from './fill.ts';
import { labelsOf, typeNameOf } from './labels.ts';
import { keepNamed } from './named.ts';
import { representNamers } from './namers.ts';
import type { Presenter } from './presenters/presenter.ts';
import { presenterOf } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import { type Reading, readPresented } from './read.ts';
import { record } from './record.ts';
import { refusalOf, refuse } from './refusal.ts';
import { removalAtHand } from './removing.ts';
import type { Connection } from './tables.ts';
import { breachesIn } from './validation.ts';
import type { Act } from './write.ts';

/** The document service's writing actions, and what the change log calls them. */
const acts: Readonly<Record<string, Act>> = {
  create: '创建',
  clone: '创建',
  update: '更新',
  publish: '发布',
  unpublish: '下线',
  delete: '删除',
  discardDraft: '更新',
};

/** Acts on a drafted type that leave the published row alone. */
const draftOnly = new Set(['create', 'clone', 'update', 'discardDraft']);

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Context = Parameters<Middleware>[0];
type Next = Parameters<Middleware>[1];
type Result = Awaited<ReturnType<Middleware>>;

interface Params {
  documentId?: string;
  data?: Record<string, unknown>;
  status?: string;
  locale?: string;
  fields?: unknown;
  populate?: unknown;
}

/** Makes the middleware: see `strapi.documents.use`. */
export function publicationMiddleware(publication: Publication): Middleware {
  return async (context, next) => {
    const presenter = presenterOf(context.uid);
    const name = acts[context.action];
    if (presenter === undefined || name === undefined) return next();
    const params = context.params as Params;
    if (presenter.drafted && params.status === 'published' && draftOnly.has(context.action)) {
      return publishAfter(publication, context, next);
    }
    return act(publication, async (trx) => {
      if (context.action === 'publish') await prepare(publication, trx, presenter, params.documentId);
      const result: Result = await next().catch((error: unknown) => {
        throw inChinese(publication, presenter, params, name, error);
      });
      if (presenter.drafted && draftOnly.has(context.action)) return result;
      const id = params.documentId ?? (result as { documentId?: string } | null)?.documentId;
      if (id !== undefined) {
        await present(publication, trx, presenter, id, name);
        if (name === '发布') await representNamers(publication, trx, presenter, id);
      }
      return result;
    });
  };
}

/**
 * Strapi publishes `create` and `update` with `status: 'published'` without asking the middleware again. Here
 * they become what they are, a draft and then a publish, so that the publish passes the same gate.
 */
function publishAfter(publication: Publication, context: Context, next: Next): Promise<Result> {
  return act(publication, async () => {
    const { status: _published, ...rest } = context.params as Params;
    context.params = { ...rest, status: 'draft' } as never;
    const draft = (await next()) as { documentId?: string } | null;
    if (draft?.documentId === undefined) return draft as Result;
    const { locale, fields, populate } = rest;
    const published = await publication.strapi.documents(context.uid).publish({
      documentId: draft.documentId,
      ...(locale === undefined ? {} : { locale }),
      ...(fields === undefined ? {} : { fields }),
      ...(populate === undefined ? {} : { populate }),
    } as never);
    return published.entries[0] as Result;
  });
}

/** Fills and checks the draft first, so that the office reads our sentence and not a validator's. */
async function prepare(
  publication: Publication,
  trx: Connection,
  presenter: Presenter,
  documentId: string | undefined,
): Promise<void> {
  if (!presenter.drafted || documentId === undefined) return;
  await fillBeforePublish(publication, presenter.type, presenter.uid, documentId);
  await keepNamed(publication, trx, presenter, documentId);
  const draft = await readPresented(publication, trx, presenter, documentId, 'draft');
  if (draft.kind === 'broken') throw refusalFor(publication, presenter, draft, '发布');
}

async function present(
  publication: Publication,
  trx: Connection,
  presenter: Presenter,
  id: string,
  name: Act,
): Promise<void> {
  const reading = await readPresented(publication, trx, presenter, id);
  if (reading.kind === 'broken') {
    throw refusalFor(publication, presenter, reading, doingOf(name));
  }
  const removing = removalAtHand();
  await record(trx, {
    type: presenter.type,
    id,
    presented: reading.kind === 'form' ? reading : undefined,
    act: removing?.act ?? name,
    removal: removing?.removal,
    actor: currentActor(publication.strapi),
    now: publication.now(),
  });
}

/** Strapi's own refusal in the office's language; any other error as it is. */
function inChinese(
  publication: Publication,
  presenter: Presenter,
  { data, documentId }: Params,
  name: Act,
  error: unknown,
): unknown {
  const breaches = breachesIn(error);
  if (breaches === undefined) return error;
  const title = String(data?.['name'] ?? data?.['title'] ?? documentId ?? '未命名');
  return refusalFor(publication, presenter, { kind: 'broken', title, breaches }, doingOf(name));
}

function doingOf(name: Act): string {
  return name === '发布' ? '发布' : '保存';
}

function refusalFor(
  publication: Publication,
  presenter: Presenter,
  reading: Extract<Reading, { kind: 'broken' }>,
  doing: string,
): Error {
  const { strapi } = publication;
  const subject = { uid: presenter.uid, typeName: typeNameOf(strapi, presenter.uid), title: reading.title };
  return refuse(refusalOf(subject, doing, reading.breaches, labelsOf(strapi)));
}
