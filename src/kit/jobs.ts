import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { standingOf } from './database/standing.ts';
import type { Services } from './services.ts';
import { createPool, type Database, id, sql, type Tx, transact } from './sql.ts';

/** Work that recurs, done for each organisation apart. It must be safe to do twice and to break off. */
export interface Job {
  readonly name: string;
  readonly every: Temporal.Duration;
  run(services: Services, organisation: OrganisationId): Promise<void>;
}

const organisationRow = z.object({ id: id<OrganisationId>() });
const lockRow = z.object({ held: z.boolean() });

type Log = Pick<Logger, 'error' | 'info'>;

/**
 * Does each job again and again until stopped, by plain timers: the help site's reports must reach triage within
 * seconds. Where several programs run, an advisory lock lets one of them do a job for an organisation at a time.
 */
export function startJobs(services: Services, jobs: readonly Job[], log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const locks = lockPool(services, jobs.length);
  const loops = jobs.map((job) => repeat({ services, locks, log, stopping: stopping.signal }, job));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await locks.pool.end();
    },
  };
}

interface Running {
  readonly services: Services;
  readonly locks: Database;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/** Connections of their own for the locks: a job that waits for one while it holds another could wait for ever. */
function lockPool({ db }: Services, most: number): Database {
  const { connectionString } = db.pool.options;
  if (connectionString === undefined) throw new Error('The pool says not where it connects to');
  return { pool: createPool(connectionString, Math.max(1, most)), checkRows: db.checkRows };
}

async function repeat(running: Running, job: Job): Promise<void> {
  const { log, stopping } = running;
  const failing = new Map<OrganisationId | null, number>();
  const { failing: names } = standingOf(running.services.db);
  while (!stopping.aborted) {
    await runJob(running, job, (organisation, error) =>
      noteFailure(failing, organisation, error, job.name, log),
    );
    if (failing.size > 0) names.add(job.name);
    else names.delete(job.name);
    const every = job.every.total('milliseconds');
    const wait = failing.size > 0 ? Math.min(every, againAfterFailure) : every;
    await pause(wait, undefined, { signal: stopping }).catch(() => {});
  }
}

/** What is done once a day does not wait a day where the database was away for a moment. In milliseconds. */
const againAfterFailure = 5_000;

/** One failure is one line, and one more when it works again: a database that is away for an hour fills no disk. */
function noteFailure(
  failing: Map<OrganisationId | null, number>,
  organisation: OrganisationId | null,
  error: unknown,
  job: string,
  log: Log,
): void {
  const failures = failing.get(organisation) ?? 0;
  if (error === null) {
    failing.delete(organisation);
    if (failures > 0) log.info({ job, organisation, failures }, 'job works again');
    return;
  }
  failing.set(organisation, failures + 1);
  if (failures === 0) log.error({ job, organisation, err: error }, 'job failed, will be tried again');
}

type Note = (organisation: OrganisationId | null, error: unknown) => void;

/** Does a job once for each organisation; a failure for one never keeps it from the others. */
async function runJob(running: Running, job: Job, note: Note): Promise<void> {
  try {
    for (const organisation of await organisations(running.services)) {
      if (running.stopping.aborted) return;
      await runFor(running, job, organisation, note);
    }
    note(null, null);
  } catch (error) {
    note(null, error);
  }
}

async function runFor(
  { services, locks }: Running,
  job: Job,
  organisation: OrganisationId,
  note: Note,
): Promise<void> {
  try {
    // Held by a transaction, so that whatever becomes of this program, it is let go.
    await transact(locks, { organisation, system: true }, async (tx) => {
      if (await locked(tx, job.name, organisation)) await job.run(services, organisation);
    });
    note(organisation, null);
  } catch (error) {
    note(organisation, error);
  }
}

async function locked(tx: Tx, job: string, organisation: OrganisationId): Promise<boolean> {
  const { held } = await tx.one(
    lockRow,
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`lintel ${job} ${organisation}`}, 0)) as held`,
  );
  return held;
}

async function organisations(services: Services): Promise<readonly OrganisationId[]> {
  const found = await transact(services.db, { organisation: null }, (tx) =>
    tx.rows(organisationRow, sql`select organisation_id as id from organisation order by created_at`),
  );
  return found.map((each) => each.id);
}
