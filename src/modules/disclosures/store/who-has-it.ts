import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { DisclosureId } from '#rules/facts.ts';
import { claimUntil } from '../claim.ts';
import { claimFellAway } from './claim-columns.ts';

/**
 * Whoever acts has it from now on. It keeps no promise: saying that one will ring is not ringing.
 * @param over whose it was, and why it is theirs no more
 * @returns whether nobody was first
 */
export async function claimDisclosure(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  over?: { readonly claim: string; readonly why: string },
): Promise<boolean> {
  const { organisation, staff, now, calendar } = office;
  if (over && !(await endClaim(tx, office, disclosureId, { claim: over.claim, how: 'taken_over' })))
    return false;
  await endFallenAway(tx, office, disclosureId);
  const made =
    await tx.run(sql`insert into disclosure_claim (organisation_id, id, disclosure_id, staff_id, claimed_at,
      until_at, why)
    select ${organisation}, ${newId()}, d.id, ${staff}, ${now}, ${claimUntil(now, calendar)}, ${over?.why ?? ''}
      from disclosure d where d.organisation_id = ${organisation} and d.id = ${disclosureId} and d.triaged_at is null
    on conflict (organisation_id, disclosure_id) where ended_at is null do nothing`);
  if (made === 0) return false;
  const name = over ? 'disclosure.claim-taken-over' : 'disclosure.claimed';
  await happened(tx, office, { name, disclosureId });
  return true;
}

/** What somebody said who may not see it any more keeps nobody else from having it. */
function endFallenAway(tx: Tx, { organisation, now }: Office, disclosureId: DisclosureId): Promise<number> {
  return tx.run(sql`update disclosure_claim k set ended_at = ${now}, ended_how = 'fell_away' from disclosure d
    where k.organisation_id = ${organisation} and k.disclosure_id = ${disclosureId} and k.ended_at is null
      and d.organisation_id = k.organisation_id and d.id = k.disclosure_id and ${claimFellAway}`);
}

/** Whoever had it lets it go; nobody has it then. @returns whether they had it still */
export async function releaseClaim(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  claim: string,
): Promise<boolean> {
  if (!(await endClaim(tx, office, disclosureId, { claim, how: 'released' }))) return false;
  await happened(tx, office, { name: 'disclosure.claim-released', disclosureId });
  return true;
}

/** @param claim null: whoever has it */
export async function endClaim(
  tx: Tx,
  { organisation, staff, now }: Office,
  disclosureId: DisclosureId,
  { claim, how }: { readonly claim: string | null; readonly how: 'released' | 'taken_over' | 'triaged' },
): Promise<boolean> {
  const ended =
    await tx.run(sql`update disclosure_claim set ended_at = ${now}, ended_by = ${staff}, ended_how = ${how}
    where organisation_id = ${organisation} and disclosure_id = ${disclosureId} and ended_at is null
      and id = coalesce(${claim}::uuid, id)`);
  return ended > 0;
}

const left = z.object({ disclosureId: id<DisclosureId>() });

/**
 * Managers hear once of what somebody said they have, let lie for two working hours or may not see any more, and still
 * is promised.
 */
export async function tellOfClaimsLeft(tx: Tx, office: Office): Promise<void> {
  const found = await tx.rows(
    left,
    sql`update disclosure_claim k set alarmed_at = ${office.now} from disclosure d
      where k.organisation_id = ${office.organisation} and k.ended_at is null and k.alarmed_at is null
        and d.organisation_id = k.organisation_id and d.id = k.disclosure_id
        and (k.until_at <= ${office.now} or ${claimFellAway}) and exists (select from obligation o
          where o.organisation_id = k.organisation_id and o.disclosure_id = k.disclosure_id
            and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)))
      returning k.disclosure_id as "disclosureId"`,
  );
  if (found.length === 0) return;
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id);
  for (const { disclosureId } of found)
    await notify(tx, office, { staffIds, kind: 'claim_left', disclosureId });
}
