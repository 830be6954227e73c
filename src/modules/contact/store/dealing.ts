import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Breach } from '#rules/kept-agreement.ts';
import { labelOf } from '#rules/words.ts';
import { mayDealWith, type StillSafe, stillSafeAnswers } from '../dealing.ts';

const row = z.object({
  id: z.uuid(),
  happenedAt: instant,
  channel: z.string(),
  outcome: z.string(),
  against: z.array(z.string() as unknown as z.ZodType<Breach>),
  doNow: z.string(),
  notes: z.string(),
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  dealtAt: instant.nullable(),
});
export type ContactAgainst = z.infer<typeof row>;

/** A contact of this case; null where there is none. */
export function contactOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  contactId: string,
): Promise<ContactAgainst | null> {
  return tx.maybe(
    row,
    sql`select c.id, c.happened_at as "happenedAt", c.channel, c.outcome, c.against, c.do_now as "doNow", c.notes,
        c.recorded_by as "recordedBy", s.name as "recordedByName", d.dealt_at as "dealtAt"
      from contact c
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.recorded_by
      left join contact_dealt d on d.organisation_id = c.organisation_id and d.contact_id = c.id
      where c.organisation_id = ${organisation} and c.case_id = ${caseId} and c.id = ${contactId}`,
  );
}

export interface Dealing {
  readonly caseId: CaseId;
  readonly contactId: string;
  readonly done: string;
  readonly stillSafe: StillSafe;
}

/** Keeps the promise to deal with it. Throws a refusal for whoever recorded it, `stale` where somebody was first. */
export async function dealWith(tx: Tx, office: Office & { readonly staff: StaffId }, dealing: Dealing) {
  const { organisation, staff, now } = office;
  const { caseId, contactId, done, stillSafe } = dealing;
  const contact = await contactOf(tx, organisation, caseId, contactId);
  if (!contact) throw notFound();
  insist(mayDealWith(contact, staff));
  const added =
    await tx.run(sql`insert into contact_dealt (organisation_id, contact_id, case_id, done, still_safe,
      dealt_at, dealt_by)
    values (${organisation}, ${contactId}, ${caseId}, ${done}, ${stillSafe}, ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  const about = { caseId, subjectId: contactId };
  await happened(tx, office, {
    name: 'contact.against-dealt-with',
    ...about,
    keepsOnly: 'its subject',
    data: { stillSafe },
  });
  await addEntry(tx, office, {
    caseId,
    kind: 'action',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words: [
      `After a contact that went against what was agreed: ${done}`,
      `Is the agreed way still safe? ${labelOf(stillSafeAnswers, stillSafe)}`,
    ].join('\n\n'),
  });
}
