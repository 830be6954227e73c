import { z } from 'zod';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { notify } from '#modules/obligations/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { whoWent } from '../lone-working.ts';
import { fromListed, listedColumns, listedRow } from './rows.ts';
import { type Held, heldAgainstNow } from './still-agreed.ts';

const batch = 200;

const row = listedRow.extend({ heldToldFor: z.string() });
type Changed = z.infer<typeof row>;

/**
 * Visits and calls to come of which something that decides may have changed, and no page was open: who is feared, whose
 * number or home it is, who has a conflict. Whoever goes and whoever leads are told as it becomes known, once of each
 * thing that speaks against it, however often anybody looks. @returns of how many
 */
export async function tellWhatChanged(services: Services, organisation: OrganisationId): Promise<number> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const changed = await tx.rows(
      row,
      sql`select ${listedColumns}, p.held_told_for as "heldToldFor" ${fromListed}
        where p.organisation_id = ${organisation} and p.look_again order by p.starts_at, p.id limit ${batch}
        for update of p skip locked`,
    );
    if (changed.length === 0) return 0;
    const held = await heldAgainstNow(tx, office, changed);
    let told = 0;
    for (const each of held) if (await keepAndTell(tx, office, each)) told += 1;
    return told;
  });
}

/** @returns whether something speaks against it of which nobody was told */
async function keepAndTell(tx: Tx, office: Office, each: Held<Changed>): Promise<boolean> {
  const { organisation } = office;
  const { id, caseId, noLonger, heldToldFor } = each;
  const reasons = noLonger.map(({ reason }) => reason);
  const before = heldToldFor.split(between);
  await tx.run(sql`update planned_contact set look_again = false, held_told_for = ${reasons.join(between)}
    where organisation_id = ${organisation} and id = ${id}`);
  if (reasons.every((reason) => before.includes(reason))) return false;
  const file = await openFile(tx, organisation, caseId);
  const staffIds = [...new Set([file?.leadId, ...whoWent(each)].flatMap((who) => who ?? []))];
  await notify(tx, office, { staffIds, kind: 'no_longer_agreed', caseId });
  return true;
}

const between = '\n';
