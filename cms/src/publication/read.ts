/** Reads a document from the database and gives it the form of the contract. */
import { type Item, schemas } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { formerSlugsOf } from './addresses.ts';
import { withFirstPublication } from './first-publication.ts';
import { probeOf } from './media/probes.ts';
import { withNamed } from './named.ts';
import { uploadsIn } from './presenters/body.ts';
import { flag, type Row, text } from './presenters/fields.ts';
import type { Presenter } from './presenters/presenter.ts';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';

/** A breach of the contract: which part of the form, and what was found there. */
export interface Breach {
  path: (string | number)[];
  code: string;
  message: string;
  missing: boolean;
  maximum?: number;
}

export type Reading =
  | { kind: 'absent' }
  | { kind: 'form'; item: Item; digest: string; boundary: Date | undefined }
  | { kind: 'broken'; title: string; breaches: Breach[] };

/** Which row of a document: what the public sees, or the draft that is about to become it. */
export type Version = 'live' | 'draft';

/** Reads and presents. Call it inside the act's transaction (`trx`), which Strapi's queries join by themselves. */
export async function readPresented(
  publication: Publication,
  trx: Connection,
  presenter: Presenter,
  documentId: string,
  version: Version = 'live',
): Promise<Reading> {
  const row = await rowOf(publication, trx, presenter, documentId, version);
  if (row === undefined) return { kind: 'absent' };
  const now = publication.now();
  const { form: shown, boundary } = presenter.present(row, {
    now,
    siteUrl: publication.siteUrl,
    files: await filesOf(publication, presenter, row),
  });
  const addressed = await withFormerSlugs(trx, presenter, documentId, shown);
  const document = { type: presenter.type, id: documentId };
  const form = await withFirstPublication(trx, document, addressed, now);
  const parsed = schemas[presenter.type].safeParse(form);
  if (!parsed.success) {
    const breaches = parsed.error.issues.map((issue) => breachOf(issue as Issue, form));
    return { kind: 'broken', title: String(form['name'] ?? form['title'] ?? documentId), breaches };
  }
  return { kind: 'form', item: parsed.data, digest: formDigest(parsed.data), boundary };
}

async function rowOf(
  publication: Publication,
  trx: Connection,
  presenter: Presenter,
  documentId: string,
  version: Version,
): Promise<Row | undefined> {
  const published = presenter.drafted ? { publishedAt: { $notNull: version === 'live' } } : {};
  const row = (await publication.strapi.db.query(presenter.uid as never).findOne({
    where: { documentId, ...published },
    populate: presenter.populate,
  } as never)) as Row | null;
  if (row === null || ('visible' in row && !flag(row, 'visible'))) return undefined;
  if (presenter.type === 'media') return { ...row, probe: await probeOf(trx, documentId) };
  if (presenter.type === 'topic' && version === 'live') return withNamed(publication, trx, documentId, row);
  return row;
}

/** Where it stood before is known to the publication, not to the document. */
async function withFormerSlugs(
  trx: Connection,
  presenter: Presenter,
  documentId: string,
  form: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const current = form['slug'];
  if (typeof current !== 'string') return form;
  const formerSlugs = await formerSlugsOf(trx, presenter.type, documentId, current);
  return formerSlugs.length === 0 ? form : { ...form, formerSlugs };
}

/** The files that the document's texts name by address. */
async function filesOf(
  publication: Publication,
  presenter: Presenter,
  row: Row,
): Promise<ReadonlyMap<string, string>> {
  const urls = presenter.texts.flatMap((name) => uploadsIn(text(row, name) ?? ''));
  if (urls.length === 0) return new Map();
  const files = (await publication.strapi.db
    .query('plugin::upload.file')
    .findMany({ where: { url: { $in: urls } }, select: ['url', 'documentId'] })) as Row[];
  return new Map(files.map((file) => [String(file['url']), String(file['documentId'])]));
}

interface Issue {
  path: (string | number)[];
  code: string;
  message: string;
  maximum?: number;
}

function breachOf(issue: Issue, form: unknown): Breach {
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined | null)?.[key],
    form,
  );
  const empty = Array.isArray(found) && found.length === 0;
  return {
    path: issue.path,
    code: issue.code,
    message: issue.message,
    missing: found === undefined || found === null || found === '' || empty,
    ...(issue.maximum === undefined ? {} : { maximum: Number(issue.maximum) }),
  };
}
