import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { RecipientSort } from '#rules/sharing.ts';
import { recipientInWords } from '../words.ts';

const row = z.object({
  id: id<string>(),
  agency: z.string(),
  role: z.string(),
  sort: z.string() as unknown as z.ZodType<RecipientSort>,
  endedAt: instant.nullable(),
  endedWhy: z.string(),
});
export type Recipient = z.infer<typeof row>;

/** Agencies that have or had a part in the case, in the order of the alphabet. */
export function recipientsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Recipient[]> {
  return tx.rows(
    row,
    sql`select r.id, r.agency, r.role, r.sort, r.ended_at as "endedAt", r.ended_why as "endedWhy"
      from share_recipient r
      where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.ended_at nulls first, lintel.folded_name(r.agency), lintel.folded_name(r.role), r.id limit 200`,
  );
}

export type NewRecipient = Pick<Recipient, 'agency' | 'role' | 'sort'>;

const idRow = z.object({ id: id<string>() });

/** The recipient of that name and role, added where the case has none yet. @returns its id */
export async function recipientFor(
  tx: Tx,
  { organisation, staff, now }: Office,
  caseId: CaseId,
  { agency, role, sort }: NewRecipient,
): Promise<string> {
  await tx.run(sql`insert into share_recipient (organisation_id, id, case_id, agency, role, sort, added_at, added_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${agency}, ${role}, ${sort}, ${now}, ${staff})
    on conflict do nothing`);
  const found = await tx.one(
    idRow,
    sql`select r.id from share_recipient r where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      and lintel.folded_name(r.agency) = lintel.folded_name(${agency})
      and lintel.folded_name(r.role) = lintel.folded_name(${role}) and r.ended_at is null`,
  );
  return found.id;
}

/** It has no part any more, or is another now: what was agreed of it is stale from now on. False where it had ended. */
export async function endRecipient(
  tx: Tx,
  office: Office,
  ending: { readonly caseId: CaseId; readonly recipient: Recipient; readonly why: string },
): Promise<boolean> {
  const { caseId, recipient, why } = ending;
  const ended = await tx.run(sql`update share_recipient
    set ended_at = ${office.now}, ended_by = ${office.staff}, ended_why = ${why}
    where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${recipient.id}
      and ended_at is null`);
  if (ended === 0) return false;
  const { now } = office;
  await happened(tx, office, { name: 'recipient.ended', caseId, subjectId: recipient.id });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'decision', source: 'record', subjectId: recipient.id, happenedAt: now, knownAt: now },
    words: `${recipientInWords(recipient)} has no part in the case any more, or has changed. ${why}`,
  });
  return true;
}
