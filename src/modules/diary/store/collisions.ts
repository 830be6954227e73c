import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import { around, type Expected, tooNear } from '../double-booking.ts';
import { whoWent } from '../lone-working.ts';
import type { Listed } from './rows.ts';

const row = z.object({
  staffId: id<StaffId>(),
  startsAt: instant,
  endsAt: instant,
  goesOut: z.boolean(),
});

/**
 * Where those who go are expected elsewhere at that time, also for cases that whoever asks may not see: the times, and
 * nothing else. Nothing for a visit that has ended or begun.
 */
export async function collisions(
  tx: Tx,
  planned: Listed,
  now: Temporal.Instant,
): Promise<readonly Expected[]> {
  if (planned.endedHow !== null || Temporal.Instant.compare(planned.startsAt, now) <= 0) return [];
  const { from, to } = around(planned);
  const found = await tx.rows(
    row,
    sql`select staff_id as "staffId", starts_at as "startsAt", ends_at as "endsAt", goes_out as "goesOut"
      from lintel.expected_elsewhere(${[...whoWent(planned)]}::uuid[], ${from}, ${to}, ${planned.id})`,
  );
  return tooNear(planned, found);
}
