import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { setDanger } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import type { Danger, Dealing } from '../danger.ts';
import { enterDealing } from './entries.ts';

/**
 * What was done about a danger, by whom and when: only then does its mark go. Managers are told, so that somebody else
 * looks at it. @returns whether nobody was first
 */
export async function dealWithDanger(
  tx: Tx,
  office: Office,
  { id, caseId, disclosureId }: Pick<Danger, 'id' | 'caseId' | 'disclosureId'>,
  { at, done, doneBy }: Dealing,
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const dealt = await tx.run(sql`update danger set dealt_at = ${at}, done = ${done}, done_by = ${doneBy},
      dealt_by = ${staff}, dealt_recorded_at = ${now}
    where organisation_id = ${organisation} and id = ${id} and dealt_at is null`);
  if (dealt === 0) return false;
  const about = { caseId: caseId as CaseId | null, disclosureId: disclosureId as DisclosureId | null };
  await happened(tx, office, {
    name: 'danger.dealt-with',
    ...about,
    subjectId: id,
    happenedAt: at,
    keepsOnly: 'its subject',
  });
  if (about.caseId) {
    await setDanger(tx, office, about.caseId, await stands(tx, office, about.caseId));
    await enterDealing(tx, office, about.caseId, { at, done, doneBy }, id);
  }
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((manager) => manager.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'danger_dealt', ...about });
  return true;
}

const openRow = z.object({ open: z.boolean() });

async function stands(tx: Tx, { organisation }: Office, caseId: CaseId): Promise<boolean> {
  const { open } = await tx.one(
    openRow,
    sql`select exists (select from danger where organisation_id = ${organisation} and case_id = ${caseId}
      and dealt_at is null) as open`,
  );
  return open;
}

const broughtRow = z.object({
  id: z.uuid(),
  at: instant.nullable(),
  done: z.string().nullable(),
  doneBy: z.string().nullable(),
});

/** A disclosure became part of a case: its dangers are the case's from now on, and so is the mark while one stands. */
export async function bringDangerIntoCase(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const brought = await tx.rows(
    broughtRow,
    sql`update danger set case_id = ${caseId}
      where organisation_id = ${office.organisation} and disclosure_id = ${disclosureId} and case_id is null
      returning id, dealt_at as at, done, done_by as "doneBy"`,
  );
  for (const { id, at, done, doneBy } of brought)
    if (at && done && doneBy) await enterDealing(tx, office, caseId, { at, done, doneBy }, id);
  await setDanger(tx, office, caseId, await stands(tx, office, caseId));
}
