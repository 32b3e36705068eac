/**
 * The table of what each target was told. Every write is one conditional statement: it changes the row only as it
 * was read, so that of several instances one sends, and one that was overtaken writes nothing. None of them waits
 * for the head's lock, so no editor's act ever waits for a notification.
 */
import type { Core } from '@strapi/strapi';
import type { Connection } from '../publication/tables.ts';
import { lease, type Settlement, type Standing } from './rules.ts';
import type { Message } from './target.ts';

const statement = `CREATE TABLE IF NOT EXISTS xinglin_notify (
  target VARCHAR(80) PRIMARY KEY, told INTEGER NOT NULL, told_at VARCHAR(24), message_id VARCHAR(64),
  message_revision INTEGER, message_at VARCHAR(24), failures INTEGER NOT NULL, problem TEXT, failed_at VARCHAR(24),
  refused INTEGER NOT NULL, next_at VARCHAR(24), claim VARCHAR(64), claimed_until VARCHAR(24))`;

/** An arbitrary number that names the lock under which instances make the table, one after the other. */
const tableLock = 7_281_955;

interface Row {
  told: number;
  told_at: string | null;
  message_id: string | null;
  message_revision: number | null;
  message_at: string | null;
  failures: number;
  problem: string | null;
  failed_at: string | null;
  next_at: string | null;
  claimed_until: string | null;
}

/** A target's row, as it is used and as it is shown. */
export interface NotifyRow extends Standing {
  toldAt: string | undefined;
  problem: string | undefined;
  failedAt: string | undefined;
}

/**
 * Makes the table and the rows of new targets. A restart is when somebody has mended something: what was refused
 * is tried again at once; what only failed keeps waiting.
 */
export async function makeNotifyTable(strapi: Core.Strapi, targets: readonly string[]): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    if (strapi.db.dialect.client === 'postgres')
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [tableLock]);
    await trx.raw(statement);
    for (const target of targets) {
      await trx('xinglin_notify')
        .insert({ target, told: 0, failures: 0, refused: 0 })
        .onConflict('target')
        .ignore();
    }
    await trx('xinglin_notify')
      .whereIn('target', [...targets])
      .andWhere({ refused: 1 })
      .update({ next_at: null, refused: 0 });
  });
}

/** @throws Error where the target has no row. */
export async function readRow(connection: Connection, target: string): Promise<NotifyRow> {
  const row = (await connection('xinglin_notify').where({ target }).first()) as Row | undefined;
  if (row === undefined) throw new Error(`The table xinglin_notify has no row of ${target}.`);
  return {
    told: Number(row.told),
    toldAt: row.told_at ?? undefined,
    message: messageOf(row),
    failures: Number(row.failures),
    problem: row.problem ?? undefined,
    failedAt: row.failed_at ?? undefined,
    nextAt: dateOf(row.next_at),
    claimedUntil: dateOf(row.claimed_until),
  };
}

/** When the oldest change after a revision was made. */
export async function firstChangeAfter(connection: Connection, revision: number): Promise<Date | undefined> {
  const row = (await connection('xinglin_change')
    .where('revision', '>', revision)
    .orderBy('revision')
    .first('at')) as { at: string } | undefined;
  return dateOf(row?.at ?? null);
}

/** Takes the row, with the message that is about to be sent. False where somebody else was quicker. */
export async function claim(
  connection: Connection,
  target: string,
  { read, message, claim: name, now }: { read: NotifyRow; message: Message; claim: string; now: Date },
): Promise<boolean> {
  const changed: number = await connection('xinglin_notify')
    .where({
      target,
      told: read.told,
      failures: read.failures,
      message_id: read.message?.id ?? null,
      next_at: read.nextAt?.toISOString() ?? null,
      claimed_until: read.claimedUntil?.toISOString() ?? null,
    })
    .update({
      claim: name,
      claimed_until: new Date(now.getTime() + lease).toISOString(),
      message_id: message.id,
      message_revision: message.revision,
      message_at: message.at,
    });
  return changed === 1;
}

/** Writes what became of an attempt. False where the claim was lost meanwhile: then nothing is written. */
export async function writeSettlement(
  connection: Connection,
  target: string,
  { claim: name, settlement, now }: { claim: string; settlement: Settlement; now: Date },
): Promise<boolean> {
  const { told, failures, problem, refused, nextAt } = settlement;
  const changed: number = await connection('xinglin_notify')
    .where({ target, claim: name })
    .update({
      failures,
      refused: refused ? 1 : 0,
      next_at: nextAt?.toISOString() ?? null,
      claim: null,
      claimed_until: null,
      ...(told === undefined
        ? {}
        : {
            told,
            told_at: now.toISOString(),
            message_id: null,
            message_revision: null,
            message_at: null,
          }),
      ...(problem === undefined ? {} : { problem, failed_at: now.toISOString() }),
    });
  return changed === 1;
}

/** Lets go of a claim whose attempt was broken off: the message stays, to be sent by whoever comes next. */
export async function release(connection: Connection, target: string, name: string): Promise<void> {
  await connection('xinglin_notify')
    .where({ target, claim: name })
    .update({ claim: null, claimed_until: null });
}

function messageOf(row: Row): Message | undefined {
  if (row.message_id === null || row.message_revision === null || row.message_at === null) return undefined;
  return { id: row.message_id, revision: Number(row.message_revision), at: row.message_at };
}

function dateOf(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
