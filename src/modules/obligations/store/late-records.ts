import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, ObligationId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Sight } from '#rules/proposal.ts';
import { lateRecord } from '../late-record.ts';

export const lateRecords = proposalsIn(sql`late_record`, lateRecord);

/** What was written down after its promise was due, for a time before, waits for a second person to look at it. */
export function recordLate(
  tx: Tx,
  { organisation, staff, now }: Office,
  promise: { readonly id: ObligationId; readonly caseId: CaseId },
  late: {
    readonly at: Temporal.Instant;
    readonly eventId: string;
    readonly makes: 'met' | 'met_by_plan';
  },
): Promise<number> {
  return tx.run(sql`insert into late_record (organisation_id, id, case_id, obligation_id, event_id, happened_at, makes,
      proposed_by, proposed_at)
    values (${organisation}, ${newId<string>()}, ${promise.caseId}, ${promise.id}, ${late.eventId}, ${late.at},
      ${late.makes}, ${staff}, ${now})`);
}

const row = z.object({
  ...proposalRow(lateRecord),
  caseId: id<CaseId>(),
  caseReference: z.string(),
  obligationId: id<ObligationId>(),
  packId: z.string(),
  commitment: z.string(),
  dueAt: instant,
  eventId: z.uuid(),
  event: z.string().nullable(),
  happenedAt: instant,
  makes: z.enum(['met', 'met_by_plan']),
  /** Whoever wrote it down, and when: they decide as little as whoever brought it to the promise. */
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: instant.nullable(),
});
export type LateRecord = z.infer<typeof row>;

/** Whoever wrote it down, where another confirmed it before it was told. */
const writer = sql`coalesce((e.data ->> 'writtenBy')::uuid, e.staff_id)`;

const select = sql`select ${proposalColumns(lateRecords)}, p.case_id as "caseId", c.reference as "caseReference",
    p.obligation_id as "obligationId", o.pack_id as "packId", o.commitment,
    lintel.promised_for(o.due_at, o.kept_from) as "dueAt",
    p.event_id as "eventId", e.name as event, p.happened_at as "happenedAt", p.makes,
    ${writer} as "recordedBy", recorder.name as "recordedByName",
    coalesce((e.data ->> 'writtenAt')::timestamptz, e.at) as "recordedAt"
  from ${proposalTable(lateRecords)}
    join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
    join obligation o on o.organisation_id = p.organisation_id and o.id = p.obligation_id
    left join event e on e.organisation_id = p.organisation_id and e.id = p.event_id
    left join staff recorder on recorder.organisation_id = p.organisation_id and recorder.id = ${writer}`;

/** What waits to be looked at, the oldest first; only of cases that the wall lets the asker see. */
export function waitingLateRecords(tx: Tx, organisation: OrganisationId): Promise<readonly LateRecord[]> {
  return tx.rows(
    row,
    sql`${select} where p.organisation_id = ${organisation} and p.decision is null
      order by p.proposed_at, p.id limit 100`,
  );
}

export function lateRecordOf(
  tx: Tx,
  organisation: OrganisationId,
  lateId: string,
): Promise<LateRecord | null> {
  return tx.maybe(row, sql`${select} where p.organisation_id = ${organisation} and p.id = ${lateId}`);
}

export interface LateDecision {
  readonly decision: 'confirmed' | 'declined';
  readonly why: string;
  readonly version: number;
  readonly sight: Sight;
}

/** Decides, once, by another person than the recorder. What becomes of the promise is the caller's. */
export async function decideLate(
  tx: Tx,
  office: Office,
  late: LateRecord,
  decided: LateDecision,
): Promise<void> {
  if (office.staff === null) throw notFound();
  await decideProposal(tx, office, lateRecords, { ...late, about: late.recordedBy }, decided);
}
