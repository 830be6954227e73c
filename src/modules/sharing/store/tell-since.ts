import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  shareId: z.uuid(),
  kind: z.string() as unknown as z.ZodType<'held' | 'corrected'>,
  leadId: id<StaffId>().nullable(),
  /** Who decided it, and who sent something by it. */
  concerns: z.array(id<StaffId>()),
});
type Untold = z.infer<typeof row>;

/**
 * That what was shared has to be looked at, or was put right since, is written down in its case, and told to whoever
 * sent it, decided it or leads the case; of a doubt, to everybody who may look. Safe to do twice.
 */
export function tellOfSince(services: Services, organisation: OrganisationId): Promise<void> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const found = await tx.rows(
      row,
      sql`select id, case_id as "caseId", share_id as "shareId", kind, lead_id as "leadId", concerns
        from lintel.since_untold()`,
    );
    if (found.length === 0) return;
    const office = await officeOf(tx, services, organisation);
    for (const each of found) await tellOfOne(tx, office, each);
  });
}

/** One of them, once. */
export async function tellOfOne(
  tx: Tx,
  office: Office,
  { id: aboutId, caseId, shareId, kind, ...who }: Untold,
): Promise<void> {
  const { organisation, now } = office;
  const told = await tx.run(sql`update share_since set told_at = ${now}, since = coalesce(since, ${now})
    where organisation_id = ${organisation} and id = ${aboutId} and told_at is null`);
  if (told === 0) return;
  const held = kind === 'held';
  const name = held ? 'share.doubted' : 'share.corrected-since';
  await happened(tx, office, { name, caseId, subjectId: aboutId, recurs: true, data: { share: shareId } });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'action', source: 'record', subjectId: shareId, disclosableTo: [] },
    ...{ happenedAt: now, knownAt: now, words: held ? heldWords : correctedWords },
  });
  const others = held ? await listStaff(tx, organisation, { roles: caseRoles }) : [];
  const staffIds = new Set([
    ...who.concerns,
    ...others.map((member) => member.id),
    ...(await led(tx, office, who)),
  ]);
  await notify(tx, office, {
    ...{ staffIds: [...staffIds], kind: held ? 'share_in_doubt' : 'share_corrected', caseId, aboutId },
  });
}

async function led(tx: Tx, { organisation }: Office, { leadId }: Pick<Untold, 'leadId'>) {
  if (leadId !== null) return [leadId];
  return (await listStaff(tx, organisation, { roles: ['da_manager'] })).map(({ id: manager }) => manager);
}

const heldWords =
  'Something was held back, or taken back, since it was decided to share. Nothing leaves by that decision until ' +
  'somebody who did not send it has looked whether it repeats it.';
const correctedWords = 'Something that was sent to an agency was put right since. They have it uncorrected.';
