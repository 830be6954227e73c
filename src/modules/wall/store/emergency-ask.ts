import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import {
  type Asked,
  isRush,
  lasts,
  mayTry,
  type Outcome,
  outcomes,
  type Reason,
  triesWithin,
} from '../emergency.ts';

export interface Asking {
  readonly asked: Asked;
  readonly reason: Reason;
  /** Why it cannot wait, in the colleague's own words. */
  readonly words: string;
}

export type Answered =
  | { readonly outcome: 'granted' | 'not_needed'; readonly caseId: CaseId; readonly useId: string }
  | { readonly outcome: 'nothing' | 'limited'; readonly useId: string };

const triesRow = z.object({ tries: z.number() });
const answerRow = z.object({
  outcome: z.enum(outcomes) as z.ZodType<Outcome>,
  caseId: id<CaseId>().nullable(),
});

/**
 * Asks for a case that the colleague is not let into. Granted, it lasts for an hour, and whoever leads the case and
 * every data protection officer is told at once (V3.2). The database decides who is let in: what a conflict stands in
 * front of is not there, the same rows are written and the same people told as for a case that does not exist.
 */
export async function askInEmergency(tx: Tx, office: Office, asking: Asking): Promise<Answered> {
  const { asked, reason, words } = asking;
  const useId = newId<string>();
  const { tries } = await tx.one(
    triesRow,
    sql`select lintel.emergency_tries(${office.now.subtract(triesWithin)}) as tries`,
  );
  const { outcome, caseId } = await tx.one(
    answerRow,
    sql`select outcome, case_id as "caseId" from lintel.break_glass(${useId}, ${asked.by},
      ${asked.by === 'reference' ? asked.reference : null}, ${asked.by === 'person' ? asked.personId : null},
      ${asked.by === 'home' ? asked.propertyId : null}, ${reason}, ${words}, ${mayTry(tries).allowed},
      ${office.now}, ${office.now.add(lasts)})`,
  );
  if (isRush(tries)) await tellManagers(tx, office);
  if (outcome === 'granted' && caseId) {
    await used(tx, office, asking, useId, caseId);
    return { outcome, caseId, useId };
  }
  await record(tx, office, {
    name: 'break-glass.refused',
    subjectId: useId,
    data: { by: asked.by, reason, ...(outcome !== 'nothing' && { outcome }) },
  });
  if (outcome === 'not_needed' && caseId) return { outcome, caseId, useId };
  await tellOfficers(tx, office, { kind: 'emergency_refused' }, []);
  return { outcome: outcome === 'limited' ? 'limited' : 'nothing', useId };
}

async function used(
  tx: Tx,
  office: Office,
  { asked, reason }: Asking,
  useId: string,
  caseId: CaseId,
): Promise<void> {
  await happened(tx, office, {
    name: 'break-glass.used',
    caseId,
    subjectId: useId,
    data: { by: asked.by, reason },
    recurs: true,
  });
  const file = await openFile(tx, office.organisation, caseId);
  const officers = await tellOfficers(
    tx,
    office,
    { kind: 'emergency_to_review', aboutId: useId },
    file?.blockedStaff ?? [],
  );
  const told = file?.leadId
    ? await notify(tx, office, { staffIds: [file.leadId], kind: 'emergency_used', caseId })
    : [];
  // Nobody leads it, or nobody reviews: whoever manages it hears of it rather than nobody.
  if (told.length > 0 && officers > 0) return;
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const others = managers
    .map((manager) => manager.id)
    .filter((each) => each !== office.staff && !told.includes(each));
  await notify(tx, office, { staffIds: others, kind: 'emergency_used', caseId });
}

/** Every data protection officer but the one who asks, and those with a conflict. @returns how many were told */
async function tellOfficers(
  tx: Tx,
  office: Office,
  notice: { readonly kind: 'emergency_to_review' | 'emergency_refused'; readonly aboutId?: string },
  blocked: readonly string[],
): Promise<number> {
  const officers = await listStaff(tx, office.organisation, { roles: ['data_protection_officer'] });
  const staffIds = officers
    .map(({ id }) => id)
    .filter((each) => each !== office.staff && !blocked.includes(each));
  return (await notify(tx, office, { ...notice, staffIds })).length;
}

async function tellManagers(tx: Tx, office: Office): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map(({ id }) => id).filter((each) => each !== office.staff);
  await notify(tx, office, { staffIds, kind: 'emergency_rush' });
}
