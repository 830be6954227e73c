import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  shareId: z.uuid(),
  sentBy: id<StaffId>(),
  leadId: id<StaffId>().nullable(),
  /** By five wrong codes; else it ended with the domain to which it went. */
  locked: z.boolean(),
  endedAt: instant.nullable(),
  endedBy: id<StaffId>().nullable(),
});
type Shut = z.infer<typeof row>;

/**
 * A link that opens nothing any more without anybody of the case having ended it is written down in its case, and told
 * to whoever leads that and to whoever sent it, by somebody for whom no wall stands before the case. Safe to do twice.
 */
export function tellOfShutLinks(services: Services, organisation: OrganisationId): Promise<void> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const found = await tx.rows(
      row,
      sql`select id, case_id as "caseId", share_id as "shareId", sent_by as "sentBy", lead_id as "leadId", locked,
          ended_at as "endedAt", ended_by as "endedBy" from lintel.links_that_shut()`,
    );
    if (found.length === 0) return;
    const office = await officeOf(tx, services, organisation);
    for (const link of found) await tellOf(tx, office, link);
  });
}

async function tellOf(tx: Tx, office: Office, link: Shut): Promise<void> {
  const { organisation, now } = office;
  const { id: linkId, caseId, shareId, locked, endedAt, endedBy } = link;
  const told =
    await tx.run(sql`update share_link set told_at = ${now}, revoked_at = ${endedAt}, revoked_by = ${endedBy}
    where organisation_id = ${organisation} and id = ${linkId} and told_at is null and revoked_at is null`);
  if (told === 0) return;
  const name = locked ? 'share.link-locked' : 'share.link-revoked';
  await happened(tx, office, { name, caseId, subjectId: shareId, data: { by: locked ? 'codes' : 'domain' } });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'action', source: 'record', subjectId: shareId, disclosableTo: [] },
    ...{ happenedAt: endedAt ?? now, knownAt: now, words: locked ? lockedWords : endedWords },
  });
  const staffIds = await whomItConcerns(tx, office, link);
  const kind = locked ? 'share_link_locked' : 'share_link_ended';
  await notify(tx, office, { staffIds, kind, caseId, aboutId: linkId });
}

const lockedWords =
  'A link to what was shared was locked: five codes were wrong. It opens for nobody any more.';
const endedWords = 'A link to what was shared was ended: where it went is not on record as theirs any more.';

async function whomItConcerns(tx: Tx, { organisation }: Office, { leadId, sentBy }: Shut) {
  if (leadId !== null) return [...new Set([leadId, sentBy])];
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  return [...new Set([sentBy, ...managers.map(({ id: manager }) => manager)])];
}
