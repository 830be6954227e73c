import { z } from 'zod';
import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type AgreedAction, mayReview, supervisionClock, type WorkerStanding } from '../supervision.ts';
import { addTask } from './tasks.ts';

const row = z.object({
  id: z.uuid(),
  heldAt: instant,
  recordedByName: z.string().nullable(),
  leadName: z.string().nullable(),
  discussed: z.string(),
});
export type SupervisionOnFile = z.infer<typeof row>;

/** The reviews of a case by a manager, the newest first. */
export function supervisionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly SupervisionOnFile[]> {
  return tx.rows(
    row,
    sql`select v.id, v.held_at as "heldAt", b.name as "recordedByName", l.name as "leadName", v.discussed
      from supervision v
      left join staff b on b.organisation_id = v.organisation_id and b.id = v.recorded_by
      left join staff l on l.organisation_id = v.organisation_id and l.id = v.lead_id
      where v.organisation_id = ${organisation} and v.case_id = ${caseId}
      order by v.held_at desc, v.id desc limit 50`,
  );
}

const ledRow = z.object({ id: id<StaffId>() });

/** Who led the case since it was last reviewed: whoever did at that moment, and everybody since. */
export async function ledSinceReview(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly StaffId[]> {
  const found = await tx.rows(
    ledRow,
    sql`select distinct a.staff_id as id
      from (select staff_id, lead(allocated_at) over (order by allocated_at, id) as until from allocation
        where organisation_id = ${organisation} and case_id = ${caseId}) a
      where a.until is null or a.until > coalesce((select max(v.recorded_at) from supervision v
        where v.organisation_id = ${organisation} and v.case_id = ${caseId}), '-infinity')`,
  );
  return found.map((each) => each.id);
}

export interface NewSupervision {
  readonly caseId: CaseId;
  readonly leadId: StaffId | null;
  readonly heldAt: Temporal.Instant;
  readonly discussed: string;
  readonly actions: readonly AgreedAction[];
}

/**
 * A manager looked at a case with whoever leads it: what was discussed, and what they agreed to do as tasks. Keeps the
 * promise of a review; the next one begins. @returns its id
 */
export async function recordSupervision(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  review: NewSupervision,
): Promise<string> {
  const { caseId, leadId, heldAt, discussed, actions } = review;
  insist(mayReview(leadId, office.staff, await ledSinceReview(tx, office.organisation, caseId)));
  const supervisionId = newId<string>();
  await tx.run(sql`insert into supervision (organisation_id, id, case_id, lead_id, held_at, recorded_at, recorded_by,
      discussed)
    values (${office.organisation}, ${supervisionId}, ${caseId}, ${leadId}, ${heldAt}, ${office.now}, ${office.staff},
      ${discussed})`);
  await addEntry(tx, office, {
    caseId,
    kind: 'supervision',
    happenedAt: heldAt,
    knownAt: heldAt,
    source: 'record',
    words: 'A manager reviewed this case with whoever leads it.',
    subjectId: supervisionId,
  });
  for (const { what, ownerId, dueOn } of actions)
    await addTask(tx, office, { caseId, ownerId, what, dueOn, fromPage: 'supervision' });
  await happened(tx, office, {
    name: 'supervision.recorded',
    caseId,
    subjectId: supervisionId,
    happenedAt: heldAt,
    // The next review is a promise of its own, which begins as the first one did: with somebody in charge.
    beginsAnew: supervisionClock.starts,
  });
  return supervisionId;
}

export interface NewWellbeingCheck {
  readonly staffId: StaffId;
  readonly heldAt: Temporal.Instant;
  readonly standing: WorkerStanding;
  readonly words: string;
}

/** How the worker is: apart from any case, between the two of them. */
export async function recordWellbeing(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  { staffId, heldAt, standing, words }: NewWellbeingCheck,
): Promise<void> {
  await tx.run(sql`insert into wellbeing_check (organisation_id, id, staff_id, held_at, recorded_at, recorded_by,
      standing, words)
    values (${office.organisation}, ${newId()}, ${staffId}, ${heldAt}, ${office.now}, ${office.staff}, ${standing},
      ${words})`);
  await record(tx, office, {
    name: 'supervision.recorded',
    subjectId: staffId,
    data: { about: 'colleague' },
  });
}
