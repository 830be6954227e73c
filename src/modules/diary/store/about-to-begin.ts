import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { notify } from '#modules/obligations/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { whoWent } from '../lone-working.ts';
import { fromListed, listedColumns, listedRow } from './rows.ts';
import { type Held, heldAgainstNow, noLonger } from './still-agreed.ts';

/** So long before it begins it is looked at again: whoever goes may not have set out yet. Lintel’s. */
const before = { hours: 2 } as const;
const batch = 200;

/**
 * Visits and calls that are about to begin, decided anew by what is known now. Whoever goes is told once, before they
 * set out, of what nobody told them as it changed: who lives there, who has that number, who has a conflict.
 * @returns of how many
 */
export async function tellHeldBefore(services: Services, organisation: OrganisationId): Promise<number> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const { now } = office;
    const coming = await tx.rows(
      listedRow,
      sql`select ${listedColumns} ${fromListed} where p.organisation_id = ${organisation} and p.ended_at is null
        and p.held_told_at is null and p.starts_at > ${now} and p.starts_at <= ${now.add(before)}
        order by p.starts_at, p.id limit ${batch}`,
    );
    const held = noLonger(await heldAgainstNow(tx, office, coming));
    for (const each of held) await tell(tx, office, each);
    return held.length;
  });
}

async function tell(tx: Tx, office: Parameters<typeof notify>[1], held: Held): Promise<void> {
  const { organisation, now } = office;
  const { id, caseId } = held;
  const first = await tx.run(sql`update planned_contact set held_told_at = ${now}
    where organisation_id = ${organisation} and id = ${id} and held_told_at is null and ended_at is null`);
  if (first === 0) return;
  const file = await openFile(tx, organisation, caseId);
  const staffIds = [...new Set([file?.leadId, ...whoWent(held)].flatMap((each) => each ?? []))];
  await notify(tx, office, { staffIds, kind: 'no_longer_agreed', caseId });
}
