/** Gives every document its slug, whoever writes it: the admin, the intake, a seed, a script. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { OwnModel } from '../model/models.ts';
import type { Connection } from '../publication/tables.ts';
import { firstFree, Reservations } from './allocate.ts';
import { decideSlug, isReserved, type SlugDecision } from './decide.ts';
import { pinyinOfName, type Reading } from './pinyin.ts';
import { holderOf, readStored, type Stored, slugsBeginningWith, typeOf } from './stored.ts';

type Data = Record<string, unknown>;

/** Registers the middleware. Belongs into Strapi's register phase. */
export function giveSlugs(strapi: Core.Strapi): void {
  const reservations = new Reservations();
  strapi.documents.use(async (context, next) => {
    const model = context.contentType as unknown as OwnModel;
    if (!hasSlug(model) || !writes.has(context.action)) return next();
    const params = context.params as { documentId?: string; data?: Data };
    return strapi.db.transaction(async ({ trx, onCommit, onRollback }) => {
      const claim: Claim = {
        trx,
        isHeld: (slug) => reservations.has(model.uid, slug),
        hold(slug) {
          const release = reservations.hold(model.uid, slug);
          onCommit(release);
          onRollback(release);
        },
      };
      params.data = await withSlug(strapi, model, params, context.action === 'clone', claim);
      return next();
    });
  });
}

/** The transaction of a write, and the slugs given out within transactions that have not ended. */
interface Claim {
  readonly trx: Connection;
  isHeld(slug: string): boolean;
  hold(slug: string): void;
}

async function withSlug(
  strapi: Core.Strapi,
  model: OwnModel,
  params: { documentId?: string; data?: Data },
  copying: boolean,
  claim: Claim,
): Promise<Data> {
  const { documentId } = params;
  const stored =
    documentId === undefined ? undefined : await readStored(strapi, claim.trx, model, documentId);
  const data = { ...params.data };
  const decision = decide(model, data, stored, copying);
  fillPinyin(model, data, stored);
  const slug = await settle(strapi, model, decision, copying ? undefined : documentId, claim);
  if (slug === undefined) delete data['slug'];
  else data['slug'] = slug;
  return data;
}

const writes = new Set(['create', 'update', 'clone']);

function hasSlug(model: OwnModel): boolean {
  return model.uid.startsWith('api::') && 'slug' in model.attributes;
}

function decide(model: OwnModel, data: Data, stored: Stored | undefined, copying: boolean): SlugDecision {
  const main = model.pluginOptions?.xinglin?.main ?? 'title';
  const text = textOf(data[main]) ?? stored?.text;
  const given = data['slug'] as string | null | undefined;
  const base = { type: typeOf(model), reading: readingOf(model), text };
  if (copying) {
    // A copy must not inherit the slug that the original holds.
    const own = given === stored?.slug ? undefined : given;
    return decideSlug({ ...base, given: own, current: undefined, previousText: undefined, known: false });
  }
  return decideSlug({
    ...base,
    given,
    current: stored?.slug,
    previousText: stored?.text,
    known: stored?.known ?? false,
  });
}

async function settle(
  strapi: Core.Strapi,
  model: OwnModel,
  decision: SlugDecision,
  documentId: string | undefined,
  claim: Claim,
): Promise<string | undefined> {
  switch (decision.act) {
    case 'none':
      return undefined;
    case 'keep':
      return decision.slug;
    case 'refuse':
      throw refusal(decision.problem);
    case 'take': {
      const holder = await holderOf(strapi, model, decision.slug, documentId);
      if (holder === undefined && !claim.isHeld(decision.slug)) {
        claim.hold(decision.slug);
        return decision.slug;
      }
      throw refusal(
        `网址名“${decision.slug}”已被${model.info.displayName}《${holder ?? '正在保存的另一条'}》使用，请换一个；留空可自动生成。要让两条互换网址名，先把那一条改成临时的网址名并发布。`,
      );
    }
    case 'generate': {
      const taken = await slugsBeginningWith(strapi, claim.trx, model, decision.base, documentId);
      const isTaken = (slug: string) =>
        taken.has(slug) || claim.isHeld(slug) || isReserved(typeOf(model), slug);
      const slug = firstFree(decision.base, isTaken);
      // In the same tick as the look above, so that nobody can have been given it in between.
      claim.hold(slug);
      return slug;
    }
  }
}

/** Doctors carry their name's full pinyin too; it follows the name until somebody types another. */
function fillPinyin(model: OwnModel, data: Data, stored: Stored | undefined): void {
  const name = textOf(data['name']);
  if (readingOf(model) !== 'person' || name === undefined) return;
  const typed = textOf(data['pinyin']);
  const ours = stored?.text === undefined ? undefined : pinyinOfName(stored.text);
  if (typed === undefined || (typed === ours && stored?.text !== name)) data['pinyin'] = pinyinOfName(name);
}

const readingOf = (model: OwnModel): Reading => (typeOf(model) === 'doctor' ? 'person' : 'text');
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Shown by the admin beside the field. */
function refusal(message: string): Error {
  return new errors.ValidationError(message, {
    errors: [{ path: ['slug'], message, name: 'ValidationError' }],
  });
}
