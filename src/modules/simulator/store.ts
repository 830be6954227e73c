import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { PastPromise } from './history.ts';

const row = z.object({
  subject: z.number(),
  commitment: z.string(),
  startedAt: instant,
  keptAt: instant.nullable(),
  plannedAt: instant.nullable(),
});

/** The promises that began between these moments and ended, oldest first; nothing in them says whose they were. */
export async function pastPromises(
  tx: Tx,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly PastPromise[]> {
  const rows = await tx.rows(
    row,
    sql`select subject, commitment, started_at as "startedAt", kept_at as "keptAt", planned_at as "plannedAt"
      from lintel.promise_history(${from}, ${to})`,
  );
  return rows.map(({ startedAt, keptAt, plannedAt, ...promise }) => ({
    ...promise,
    startedAt: startedAt.epochMilliseconds,
    keptAt: keptAt?.epochMilliseconds ?? null,
    plannedAt: plannedAt?.epochMilliseconds ?? null,
  }));
}
