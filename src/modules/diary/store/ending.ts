import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { setNextPlanned } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayBePlanned } from '../appointment.ts';
import type { Planned } from './rows.ts';

const openRow = z.object({ closedAt: instant.nullable() });

/**
 * Held until the end: whoever closes the case at this moment waits for the plan, and calls
 * it off, or is waited for.
 */
export async function insistOpen(tx: Tx, { organisation }: Office, caseId: CaseId): Promise<void> {
  const file = await tx.maybe(
    openRow,
    sql`select closed_at as "closedAt" from case_file where organisation_id = ${organisation} and id = ${caseId}
      for update`,
  );
  if (!file) throw notFound();
  insist(mayBePlanned(file));
}

/**
 * `stale` where somebody else ended it first. Whoever went and says so was heard of; a
 * colleague’s word is not theirs.
 */
export async function endPlan(
  tx: Tx,
  { organisation, staff, now }: Office,
  planned: Planned,
  { how, reason, words }: { how: 'kept' | 'cancelled' | 'moved'; reason: string; words: string },
): Promise<void> {
  const ended = await tx.run(sql`update planned_contact set ended_at = ${now}, ended_by = ${staff},
      ended_how = ${how}, ended_reason = ${reason}, ended_words = ${words},
      raise_at = case when ${staff} in (staff_id, second_staff_id) then null else raise_at end, version = version + 1
    where organisation_id = ${organisation} and id = ${planned.id} and ended_at is null
      and version = ${planned.version}`);
  if (ended === 0) throw new Fault('stale');
}

const atRow = z.object({ at: instant.nullable() });

/** Keeps true on the case's own row what is planned next; one that is over and not recorded is still next. */
export async function refreshNextPlanned(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const { at } = await tx.one(
    atRow,
    sql`select min(starts_at) as at from planned_contact
      where organisation_id = ${office.organisation} and case_id = ${caseId} and ended_at is null`,
  );
  await setNextPlanned(tx, office, { caseId, at });
}
