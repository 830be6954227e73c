import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles, type DisclosureId, type StaffId } from '#rules/facts.ts';

interface Drawn {
  readonly caseId: CaseId | null;
  readonly disclosureId: DisclosureId | null;
  readonly recordedBy: StaffId | null;
  readonly leadId: StaffId | null;
  readonly hadAHand: readonly StaffId[];
}

const mayLook = z.object({ id: id<StaffId>() });

/** Tells each colleague once that something was drawn which they may look at: neither theirs, nor behind a wall. */
export async function tellOfDrawn(tx: Tx, office: Office, drawn: readonly Drawn[]): Promise<void> {
  if (drawn.length === 0) return;
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  const told = new Set<StaffId>();
  for (const { caseId, disclosureId, recordedBy, leadId, hadAHand } of drawn) {
    const theirs = [recordedBy, leadId, ...hadAHand];
    const others = team.map((each) => each.id).filter((each) => !theirs.includes(each));
    const found = await tx.rows(
      mayLook,
      sql`select may_be_told as id from lintel.may_be_told(${others}::uuid[], ${caseId}::uuid,
        ${disclosureId}::uuid)`,
    );
    for (const each of found) told.add(each.id);
  }
  await notify(tx, office, { staffIds: [...told], kind: 'sample_to_check' });
}
