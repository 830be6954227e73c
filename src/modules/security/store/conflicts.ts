import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  contractorId: z.uuid(),
  contractor: z.string(),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type Conflict = Readonly<z.infer<typeof row>>;

/** At which contractors somebody may know whoever they fear. */
export function conflictsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Conflict[]> {
  return tx.rows(
    row,
    sql`select c.id, c.contractor_id as "contractorId", k.name as contractor, c.words, c.recorded_at as "recordedAt",
        s.name as "recordedByName"
      from contractor_conflict c
      join contractor k on k.organisation_id = c.organisation_id and k.id = c.contractor_id
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId} and c.ended_at is null
      order by c.recorded_at desc, c.id limit 50`,
  );
}

/** Nobody of them is sent in this case. */
export async function recordConflict(
  tx: Tx,
  office: Office,
  { caseId, contractor, words }: { caseId: CaseId; contractor: { id: string; name: string }; words: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const added =
    await tx.run(sql`insert into contractor_conflict (organisation_id, id, case_id, contractor_id, words,
      recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${contractor.id}, ${words}, ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) return;
  await happened(tx, office, { name: 'security.contractor-conflict', caseId, subjectId: id });
  await tell(
    tx,
    office,
    caseId,
    id,
    `Nobody of ${contractor.name} is sent: somebody there may know whom they fear. ${words}`,
  );
}

/** They say that it is not so any more. False where somebody was first. */
export async function endConflict(
  tx: Tx,
  office: Office,
  { caseId, conflict, why }: { caseId: CaseId; conflict: Conflict; why: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const done =
    await tx.run(sql`update contractor_conflict set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${conflict.id} and ended_at is null`);
  if (done === 0) return false;
  await happened(tx, office, { name: 'security.contractor-conflict-ended', caseId, subjectId: conflict.id });
  await tell(tx, office, caseId, conflict.id, `${conflict.contractor} may be sent again. ${why}`);
  return true;
}

function tell(tx: Tx, office: Office, caseId: CaseId, subjectId: string, words: string) {
  const { now } = office;
  return addEntry(tx, office, {
    ...{
      kind: 'note',
      source: 'person',
      disclosableTo: [],
      caseId,
      subjectId,
      happenedAt: now,
      knownAt: now,
      words,
    },
  });
}
