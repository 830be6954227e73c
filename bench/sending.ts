import type pg from 'pg';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { recordSafeContact } from '#modules/agreement/index.ts';
import { queueMessage } from '#modules/outgoing/index.ts';
import { mayBeTexted, pleaseCall } from '#modules/outgoing/testing.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { mailServer } from '../tests/mail-server.ts';
import { idOf, openOneIn, restrictedOneIn } from './load/numbers.ts';
import { busyWithChildren } from './processor.ts';
import type { Served } from './serve.ts';
import { benchServices } from './site.ts';

/** So many e-mails wait: two runs of the job. */
const queued = 400;

/**
 * Milliseconds of processor time, program and database together, from the queue until a message has left. The job comes
 * back after five seconds, for at most two hundred: so much of one processor they take, and a run ends before the next.
 */
export const sendingTarget = 20;

/** What it took to send what waited. */
export interface Sent {
  readonly queued: number;
  /** As the mail server has them. */
  readonly left: number;
  /** Milliseconds of processor time for each. */
  readonly program: number;
  readonly database: number | null;
  readonly seconds: number;
}

/** E-mails to people of open cases, each agreed a moment before, sent by the program’s own job to a mail server. */
export async function sendMessages(
  app: pg.Pool,
  served: Served,
  organisation: OrganisationId,
): Promise<Sent> {
  const ends: (() => void)[] = [];
  const server = await mailServer({ after: (end) => ends.push(end as () => void) });
  try {
    await queueMessages(app, organisation);
    const before = { program: (await served.usage()).busy, database: busyWithChildren(served.database) };
    const started = performance.now();
    const { busy } = await served.send({ organisation, smtp: server.url, runs: queued / 200 + 1 });
    const database = busyWithChildren(served.database);
    return {
      queued,
      left: server.letters.length,
      program: (busy - before.program) / queued,
      database: database === null || before.database === null ? null : (database - before.database) / queued,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    for (const end of ends) end();
  }
}

async function queueMessages(pool: pg.Pool, organisation: OrganisationId): Promise<void> {
  const services = await benchServices(pool);
  const worker = idOf('worker', 1) as StaffId;
  const usefulUntil = Temporal.Now.plainDateISO('Europe/London').add({ days: 7 });
  const cases = Array.from({ length: queued * 2 }, (_, nth) => (nth + 1) * openOneIn)
    .filter((n) => n % restrictedOneIn !== 0)
    .slice(0, queued);
  for (const n of cases) {
    const caseId = idOf('case', n) as CaseId;
    await transact(
      services.db,
      { organisation, staff: worker, roles: ['da_manager', 'da_worker'] },
      async (tx) => {
        const office = await officeOf(tx, services, organisation, worker);
        await recordSafeContact(tx, office, {
          ...mayBeTexted,
          ...{ caseId, channel: 'email', value: `c${n}@example.test`, mayText: false, mayEmail: true },
        });
        await queueMessage(tx, office, { ...pleaseCall, caseId, channel: 'email', usefulUntil });
      },
    );
  }
}
