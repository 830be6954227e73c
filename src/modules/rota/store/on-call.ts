import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { Span } from '../duty.ts';

const row = z.object({
  id: z.uuid(),
  staffId: id<StaffId>(),
  name: z.string(),
  secondId: id<StaffId>().nullable(),
  secondName: z.string().nullable(),
  from: instant,
  to: instant,
  reach: z.string(),
  recordedAt: instant,
});
/** One time on call: who, from when until when, how they are reached, and who is second. */
export type OnCall = z.infer<typeof row>;

/** Who is on call at least partly between two instants, the earliest first; whoever has left is on call no more. */
export function onCallBetween(
  tx: Tx,
  organisation: OrganisationId,
  { from, to }: Span,
): Promise<readonly OnCall[]> {
  return tx.rows(
    row,
    sql`select o.id, o.staff_id as "staffId", s.name, e.id as "secondId", e.name as "secondName", o.from_at as "from",
        o.until_at as "to", o.reach, o.recorded_at as "recordedAt"
      from on_call o
      join staff s on s.organisation_id = o.organisation_id and s.id = o.staff_id and s.ended_at is null
      left join staff e on e.organisation_id = o.organisation_id and e.id = o.second_id and e.ended_at is null
      where o.organisation_id = ${organisation} and o.ended_at is null and o.until_at > ${from} and o.from_at < ${to}
      order by o.from_at, o.id`,
  );
}

/** Who is on call at this moment. */
export function onCallAt(
  tx: Tx,
  organisation: OrganisationId,
  at: Temporal.Instant,
): Promise<readonly OnCall[]> {
  return onCallBetween(tx, organisation, { from: at, to: at.add({ milliseconds: 1 }) });
}

export interface OnCallToAdd extends Span {
  readonly staffId: StaffId;
  readonly secondId: StaffId | null;
  readonly reach: string;
}

export async function addOnCall(tx: Tx, author: Author, duty: OnCallToAdd): Promise<void> {
  const { organisation, staff, now } = author;
  const dutyId = newId<string>();
  await tx.run(sql`insert into on_call (organisation_id, id, staff_id, second_id, from_at, until_at, reach, recorded_at,
      recorded_by)
    values (${organisation}, ${dutyId}, ${duty.staffId}, ${duty.secondId}, ${duty.from}, ${duty.to}, ${duty.reach},
      ${now}, ${staff})`);
  await record(tx, author, { name: 'on-call.added', subjectId: duty.staffId, data: { duty: dutyId } });
}

/** @returns whether it was still to come, or running */
export async function endOnCall(tx: Tx, author: Author, dutyId: string): Promise<boolean> {
  const ended = await tx.run(sql`update on_call set ended_at = ${author.now}, ended_by = ${author.staff}
    where organisation_id = ${author.organisation} and id = ${dutyId} and ended_at is null
      and until_at > ${author.now}`);
  if (ended > 0) await record(tx, author, { name: 'on-call.ended', data: { duty: dutyId } });
  return ended > 0;
}
