import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  saidBy: z.string(),
  words: z.string(),
  setAt: instant,
  setByName: z.string().nullable(),
  liftedAt: instant.nullable(),
  liftedByName: z.string().nullable(),
  liftedWhy: z.string(),
});
/** That whoever told us asked that it goes no further, and what they allowed since. */
export type Condition = z.infer<typeof row>;

/** Of one entry, the newest first. */
export function conditionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  entryId: string,
): Promise<readonly Condition[]> {
  return tx.rows(
    row,
    sql`select k.id, k.said_by as "saidBy", k.words, k.set_at as "setAt", s.name as "setByName",
        k.lifted_at as "liftedAt", t.name as "liftedByName", k.lifted_why as "liftedWhy"
      from entry_condition k
      left join staff s on s.organisation_id = k.organisation_id and s.id = k.set_by
      left join staff t on t.organisation_id = k.organisation_id and t.id = k.lifted_by
      where k.organisation_id = ${organisation} and k.case_id = ${caseId} and k.entry_id = ${entryId}
      order by k.set_at desc, k.id limit 50`,
  );
}

interface OfEntry {
  readonly caseId: CaseId;
  readonly entryId: string;
}

/** From now on it reaches nobody outside the team, whatever else was decided of it. */
export async function setCondition(
  tx: Tx,
  office: Office,
  { caseId, entryId, saidBy, words }: OfEntry & Pick<Condition, 'saidBy' | 'words'>,
): Promise<void> {
  const { organisation, staff, now } = office;
  await tx.run(sql`insert into entry_condition (organisation_id, id, case_id, entry_id, said_by, words, set_at, set_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${entryId}, ${saidBy}, ${words}, ${now}, ${staff})`);
  await happened(tx, office, { name: 'entry.condition-set', caseId, subjectId: entryId });
}

/** What they allowed since, and who there said so. False where none stood any more. */
export async function liftConditions(
  tx: Tx,
  office: Office,
  { caseId, entryId, why }: OfEntry & { readonly why: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const lifted = await tx.run(sql`update entry_condition
    set lifted_at = ${now}, lifted_by = ${staff}, lifted_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and entry_id = ${entryId} and lifted_at is null`);
  if (lifted === 0) return false;
  await happened(tx, office, { name: 'entry.condition-lifted', caseId, subjectId: entryId });
  return true;
}
