import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { setDanger } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { outOfHours } from '#rules/clock.ts';
import { type CaseId, caseRoles, type DisclosureId, type StaffId } from '#rules/facts.ts';
import type { DangerHow } from '../danger.ts';
import { enterRaised } from './entries.ts';
import { tellOnCall } from './tell-on-call.ts';

type About = { readonly caseId: CaseId } | { readonly disclosureId: DisclosureId };

/**
 * Somebody is in danger now. It stands until somebody writes down what was done; from this moment an hour runs, by day
 * and by night. The team is told at once, and while the office is closed whoever is on call by name; where nobody is,
 * every manager. @returns its id
 */
export async function raiseDanger(
  tx: Tx,
  office: Office,
  danger: About & { readonly how: DangerHow; readonly said: string },
): Promise<string> {
  const { organisation, staff, now, calendar } = office;
  const dangerId = newId<string>();
  const caseId = 'caseId' in danger ? danger.caseId : null;
  const disclosureId = 'disclosureId' in danger ? danger.disclosureId : null;
  const closed = outOfHours(now, calendar);
  const onCall = closed ? await tellOnCall(tx, office, { caseId, disclosureId }) : [];
  await tx.run(sql`insert into danger (organisation_id, id, disclosure_id, case_id, how, said, raised_at, raised_by,
      out_of_hours, on_call)
    values (${organisation}, ${dangerId}, ${disclosureId}, ${caseId}, ${danger.how}, ${danger.said}, ${now}, ${staff},
      ${closed}, ${[...onCall]})`);
  const data = { how: danger.how, outOfHours: closed, onCall: onCall.length };
  const about = caseId ? { caseId } : { disclosureId };
  await happened(tx, office, { name: 'danger.raised', ...about, subjectId: dangerId, recurs: true, data });
  if (caseId) {
    await setDanger(tx, office, caseId, true);
    await enterRaised(tx, office, caseId, danger.said, dangerId);
  }
  const others = (await whoseItIs(tx, office, caseId)).filter(
    (each) => each !== staff && !onCall.includes(each),
  );
  const kind = caseId ? 'danger_in_case' : 'danger';
  await notify(tx, office, { staffIds: others, kind, caseId, disclosureId });
  return dangerId;
}

const leadIdRow = z.object({ leadId: id<StaffId>().nullable() });

/** A disclosure is the whole team's; a case is its lead's and the managers', or the team's where nobody leads it. */
async function whoseItIs(
  tx: Tx,
  { organisation }: Office,
  caseId: CaseId | null,
): Promise<readonly StaffId[]> {
  const team = await listStaff(tx, organisation, { roles: caseRoles });
  const lead = caseId
    ? await tx.maybe(
        leadIdRow,
        sql`select lead_id as "leadId" from case_file where organisation_id = ${organisation} and id = ${caseId}`,
      )
    : null;
  const leadId = lead?.leadId ?? null;
  return team
    .filter((each) => leadId === null || each.id === leadId || each.roles.includes('da_manager'))
    .map((each) => each.id);
}
