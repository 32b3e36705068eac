/** Taking a document off the site: 下线, 撤稿 with an explanation, 转到另一页 (law 6: removal is content). */
import { errors } from '@strapi/utils';
import { tombstone } from '@xinglin/shared/feed.js';
import type { PagedType } from '@xinglin/shared/paths.js';
import { act } from './act.ts';
import { currentActor } from './actor.ts';
import { typeNameOf } from './labels.ts';
import { presenters } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import { record } from './record.ts';
import { whileRemoving } from './removing.ts';
import type { Connection } from './tables.ts';
import { resolveTarget } from './targets.ts';
import type { Removal } from './tombstone.ts';
import type { Act, PresentedRow } from './write.ts';

/** What the office asks for, not yet looked at. */
export interface RemovalRequest {
  reason?: unknown;
  explanation?: unknown;
  redirectTo?: unknown;
}

const acts: Readonly<Record<Removal['reason'], Act>> = { gone: '下线', withdrawn: '撤稿', redirect: '转移' };

/**
 * Takes a document off the site, or says anew why it is off. One transaction: the document, what stands in its
 * place, and the change row.
 * @throws ValidationError in the office's language where the request cannot be done; nothing has changed then.
 */
export async function removeFromSite(
  publication: Publication,
  type: PagedType,
  id: string,
  request: RemovalRequest,
): Promise<void> {
  await act(publication, async (trx) => {
    const found = (await trx('xinglin_presented').where({ type, document_id: id }).first()) as
      | PresentedRow
      | undefined;
    if (found === undefined) throw refused('还没有上线过，网站上没有可以撤下的页面。');
    const removal = await removalOf(publication, trx, { type, id }, request);
    const removing = { act: acts[removal.reason], removal };
    if (found.state === 'live') await whileRemoving(removing, () => takeDown(publication, type, id));
    // Also what was off already, or was live without a document that could be taken down.
    await record(trx, {
      type,
      id,
      presented: undefined,
      ...removing,
      actor: currentActor(publication.strapi),
      now: publication.now(),
    });
  });
}

/** The document itself: a drafted one keeps its draft, a hub is no longer shown. */
async function takeDown(publication: Publication, type: PagedType, documentId: string): Promise<void> {
  const { uid, drafted } = presenters[type];
  const documents = publication.strapi.documents(uid as never);
  if (drafted) await documents.unpublish({ documentId } as never);
  else await documents.update({ documentId, data: { visible: false } } as never);
}

async function removalOf(
  publication: Publication,
  trx: Connection,
  leaving: { type: PagedType; id: string },
  { reason, explanation, redirectTo }: RemovalRequest,
): Promise<Removal> {
  switch (reason) {
    case 'gone':
      return { reason };
    case 'withdrawn':
      return { reason, explanation: explanationOf(publication, leaving.type, explanation) };
    case 'redirect': {
      if (typeof redirectTo !== 'string' || redirectTo.trim() === '') {
        throw refused('请填写要转到哪一页。', 'redirectTo');
      }
      const resolved = await resolveTarget(trx, publication.siteUrl, leaving, redirectTo);
      if ('problem' in resolved) throw refused(resolved.problem, 'redirectTo');
      return { reason, target: resolved.target };
    }
    default:
      throw refused('请选择怎样撤下：下线、撤稿，或转到另一页。', 'reason');
  }
}

function explanationOf(publication: Publication, type: PagedType, typed: unknown): string {
  const text = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : '';
  const typeName = typeNameOf(publication.strapi, presenters[type].uid);
  if (text === '') {
    throw refused(`撤稿必须写明说明：读者打开这条${typeName}的网址时会看到它。`, 'explanation');
  }
  const parsed = tombstone.shape.explanation.safeParse(text);
  if (parsed.success) return text;
  const isLong = parsed.error.issues.some(({ code }) => code === 'too_big');
  throw refused(
    isLong
      ? `撤稿说明最多 500 个字，现在有 ${text.length} 个，请缩短。`
      : '撤稿说明里有看不见的控制字符，请删去后重新输入。',
    'explanation',
  );
}

function refused(message: string, field?: string): Error {
  const path = field === undefined ? [] : [field];
  return new errors.ValidationError(message, { errors: [{ path, message, name: 'ValidationError' }] });
}
