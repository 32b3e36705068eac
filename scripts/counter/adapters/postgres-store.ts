/// <reference path="./pg.d.ts" />
/** Counts in a PostgreSQL, where one is configured: for hospitals that back up and watch theirs. */
import { randomUUID } from 'node:crypto';
import { type Client, Pool } from 'pg';
import type { Batch, Store } from '../ports.ts';

const tables = `
CREATE TABLE IF NOT EXISTS xinglin_counter_head (id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT NOT NULL,
  seq BIGINT NOT NULL, batch TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS xinglin_counter_total (id TEXT PRIMARY KEY, count BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS xinglin_counter_day (id TEXT NOT NULL, day TEXT NOT NULL, count BIGINT NOT NULL,
  seq BIGINT NOT NULL, PRIMARY KEY (id, day));
CREATE INDEX IF NOT EXISTS xinglin_counter_day_seq ON xinglin_counter_day (seq);
`;

/** An arbitrary number that names the lock under which processes make the tables, one after the other. */
const tableLock = 7_281_957;

// `FOR UPDATE` first: changes are numbered in the order in which they are committed.
const lockHead = 'SELECT seq, batch FROM xinglin_counter_head WHERE id = 1 FOR UPDATE';
const addTotals = `INSERT INTO xinglin_counter_total AS t
  SELECT id, sum(count) FROM unnest($1::text[], $2::bigint[]) AS new (id, count) GROUP BY id
  ON CONFLICT (id) DO UPDATE SET count = t.count + excluded.count`;
const addDays = `INSERT INTO xinglin_counter_day AS d
  SELECT id, day, count, $4::bigint + place
  FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS new (id, day, count, place)
  ON CONFLICT (id, day) DO UPDATE SET count = d.count + excluded.count, seq = excluded.seq`;
const moveHead = 'UPDATE xinglin_counter_head SET seq = $1, batch = $2 WHERE id = 1';

/** Milliseconds after which an answer that has not come counts as a failure. */
const patience = 5_000;

/** Connects and makes the tables where they are missing. @throws Error where the server refuses. */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
  // An idle connection that the server closes: the next question opens another one, and says what fails.
  pool.on('error', () => {});
  try {
    await inTransaction(pool, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [tableLock]);
      await client.query(tables);
      const begin = "INSERT INTO xinglin_counter_head VALUES (1, $1, 0, '') ON CONFLICT DO NOTHING";
      await client.query(begin, [randomUUID()]);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async totals() {
      const { rows } = await pool.query('SELECT id, count FROM xinglin_counter_total');
      return new Map(rows.map(({ id, count }) => [String(id), Number(count)]));
    },
    add: (batch) => inTransaction(pool, (client) => write(client, batch)),
    async changes(after, limit) {
      // The head first: what is read behind it afterwards can only be newer.
      const head = await pool.query('SELECT epoch, seq FROM xinglin_counter_head');
      const text = 'SELECT id, day, count, seq FROM xinglin_counter_day WHERE seq > $1 ORDER BY seq LIMIT $2';
      const { rows } = await pool.query(text, [after, limit]);
      return {
        epoch: String(head.rows[0]?.['epoch']),
        head: Number(head.rows[0]?.['seq']),
        days: rows.map(({ id, day, count, seq }) => ({
          id: String(id),
          day: String(day),
          count: Number(count),
          seq: Number(seq),
        })),
      };
    },
    close: () => pool.end(),
  };
}

async function write(client: Client, { name, reads }: Batch): Promise<void> {
  const { rows } = await client.query(lockHead);
  const seq = Number(rows[0]?.['seq']);
  // Stored already, although nobody heard of it.
  if (rows[0]?.['batch'] === name) return;
  const ids = reads.map(({ id }) => id);
  const counts = reads.map(({ count }) => count);
  await client.query(addTotals, [ids, counts]);
  await client.query(addDays, [ids, reads.map(({ day }) => day), counts, seq]);
  await client.query(moveHead, [seq + reads.length, name]);
}

async function inTransaction(pool: Pool, work: (client: Client) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    broken = false;
  } finally {
    // What failed in the middle is not used again: the server rolls back what it was doing.
    client.release(broken);
  }
}
