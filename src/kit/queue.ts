import type pg from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Sql, Tx } from './sql.ts';

/** Where pg-boss keeps its own tables: no landlord's data but the work in hand, gone an hour after it is done. */
const schema = 'lintel_queue';
export const queues = ['mail'] as const;
export type QueueName = (typeof queues)[number];

const serving = {
  schema,
  migrate: false,
  createSchema: false,
  schedule: false,
  // Rebuilding an index needs its owner, who serves nothing.
  reindex: false,
} as const;

/** A running queue: work is put into it by the transaction that causes it, and done by any program that works it. */
export interface Queue {
  /** Commits, or is forgotten, with the transaction. */
  enqueue(tx: Tx, name: QueueName, data: object): Promise<void>;
  /** Works one queue; what throws is tried again later, ever less often, and stops nothing else. */
  work<T>(name: QueueName, handle: (data: T) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes or brings up to date pg-boss's schema and our queues, as the owner: for whoever migrates, after it has
 * migrated. The serving role gets what it needs to put work in and take it out, no more.
 */
export async function installQueue(owner: pg.Client): Promise<void> {
  await owner.query('set role lintel_owner');
  const boss = new PgBoss({ schema, supervise: false, schedule: false, db: throughClient(owner) });
  boss.on('error', () => {});
  try {
    await boss.start();
    const known = new Set((await boss.getQueues([...queues])).map((queue) => queue.name));
    for (const name of queues.filter((each) => !known.has(each)))
      await boss.createQueue(name, {
        retryLimit: 12,
        retryDelay: 30,
        retryBackoff: true,
        retryDelayMax: 3600,
        expireInSeconds: 120,
        deleteAfterSeconds: 3600,
      });
    await owner.query(`grant usage on schema ${schema} to lintel_app;
      grant select, insert, update, delete on all tables in schema ${schema} to lintel_app;
      grant usage, select on all sequences in schema ${schema} to lintel_app;
      grant execute on all functions in schema ${schema} to lintel_app`);
  } finally {
    await boss.stop({ graceful: false });
    await owner.query('reset role');
  }
}

/** @param url the serving role's. pg-boss keeps two connections of its own: it reads times otherwise than we do. */
export async function startQueue(url: string, log: Logger): Promise<Queue> {
  const boss = new PgBoss({ ...serving, connectionString: url, max: 2, application_name: 'lintel queue' });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  await boss.start();
  return {
    async enqueue(tx, name, data) {
      await boss.send(name, data, { db: throughTransaction(tx) });
    },
    async work<T>(name: QueueName, handle: (data: T) => Promise<void>) {
      const options = { batchSize: 20, pollingIntervalSeconds: 2, perJobResults: true } as const;
      await boss.work<T, unknown, typeof options>(name, options, async (jobs) => {
        const results = await Promise.allSettled(jobs.map((job) => handle(job.data)));
        return results.map((result, index) => {
          if (result.status === 'rejected') log.error({ err: result.reason, queue: name }, 'task failed');
          return {
            id: jobs[index]?.id ?? '',
            status: result.status === 'fulfilled' ? 'completed' : 'failed',
          };
        });
      });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

function throughClient(client: pg.Client): Db {
  return { executeSql: (text, values) => client.query(text, values) };
}

/** pg-boss writes its own SQL; a transaction reads no more of a statement than its text and values. */
function throughTransaction(tx: Tx): Db {
  return {
    async executeSql(text, values = []) {
      return { rows: [...(await tx.rows(z.any(), { text, values } as unknown as Sql))] };
    },
  };
}
