import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, type OrganisationId, refused, type StaffId } from '#rules/facts.ts';
import { inOrder, saidBefore } from '../actions.ts';
import { type ActionTerms, actionOwners, actionStates } from '../plan.ts';
import { addActionEntry } from './action-entries.ts';

const row = z.object({
  id: z.uuid(),
  place: z.number(),
  what: z.string(),
  why: z.string(),
  copyWords: z.string(),
  owner: z.enum(actionOwners),
  ownerId: id<StaffId>().nullable(),
  agency: z.string(),
  /** The colleague's or the agency's name; '' where the person does it themselves. */
  by: z.string(),
  dueOn: plainDate.nullable(),
  safety: z.boolean(),
  state: z.enum(actionStates),
  version: z.number(),
});
export type PlanAction = z.infer<typeof row>;

const selectActions = sql`select a.id, a.place, a.what, a.why, a.copy_words as "copyWords", a.owner,
    a.owner_id as "ownerId", a.agency, coalesce(s.name, a.agency) as by, a.due_on as "dueOn", a.safety, a.state,
    a.version
  from plan_action a
  left join staff s on s.organisation_id = a.organisation_id and s.id = a.owner_id`;

/** All actions of a case, open or ended: what keeps somebody safe first, then as they were put in order. */
export async function actionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PlanAction[]> {
  const actions = await tx.rows(
    row,
    sql`${selectActions} where a.organisation_id = ${organisation} and a.case_id = ${caseId} order by a.place, a.id`,
  );
  return inOrder(actions);
}

/** One action of this case; null for one of another. */
export function actionOf(tx: Tx, organisation: OrganisationId, caseId: CaseId, actionId: string) {
  return tx.maybe(
    row,
    sql`${selectActions}
      where a.organisation_id = ${organisation} and a.case_id = ${caseId} and a.id = ${actionId}`,
  );
}

/**
 * Adds an action, last of all; it is owed from now on, agreed or not: help does not wait. A colleague who is to do it
 * is told. @returns its id
 */
export async function addAction(
  tx: Tx,
  office: Office,
  { caseId, ...terms }: ActionTerms & { readonly caseId: CaseId },
): Promise<string> {
  const { organisation } = office;
  const actionId = newId<string>();
  await tx.run(sql`insert into plan_action (organisation_id, id, case_id, place, what, why, copy_words, owner,
      owner_id, agency, due_on, safety)
    select ${organisation}, ${actionId}, ${caseId}, coalesce(max(place), 0) + 1, ${terms.what}, ${terms.why},
      ${terms.copyWords}, ${terms.owner}, ${terms.ownerId}, ${terms.agency}, ${terms.dueOn}, ${terms.safety}
    from plan_action where organisation_id = ${organisation} and case_id = ${caseId}`);
  await addActionEntry(tx, office, { caseId, actionId, kind: 'added', dueTo: terms.dueOn });
  const data = { safety: terms.safety, owner: terms.owner };
  await happened(tx, office, { name: 'plan.action-added', caseId, subjectId: actionId, data });
  await tellOwner(tx, office, caseId, terms.ownerId);
  return actionId;
}

export interface ChangedAction extends ActionTerms {
  readonly caseId: CaseId;
  readonly actionId: string;
  /** The version that whoever changes it has seen. */
  readonly version: number;
}

/** Puts other words or another day; what it said before stays with it. Throws `stale` where somebody was first. */
export async function changeAction(tx: Tx, office: Office, changed: ChangedAction): Promise<void> {
  const { caseId, actionId, version, ...terms } = changed;
  const before = await actionOf(tx, office.organisation, caseId, actionId);
  if (!before) throw notFound();
  const touched = await tx.run(sql`update plan_action set what = ${terms.what}, why = ${terms.why},
      copy_words = ${terms.copyWords}, owner = ${terms.owner}, owner_id = ${terms.ownerId}, agency = ${terms.agency},
      due_on = ${terms.dueOn}, safety = ${terms.safety}, version = version + 1
    where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${actionId}
      and version = ${version}`);
  if (touched === 0) throw new Fault('stale');
  const note = saidBefore(before, terms);
  const days = { dueFrom: before.dueOn, dueTo: terms.dueOn };
  await addActionEntry(tx, office, { caseId, actionId, kind: 'changed', note, ...days });
  await happened(tx, office, { name: 'plan.action-changed', caseId, subjectId: actionId });
  if (terms.ownerId !== before.ownerId) await tellOwner(tx, office, caseId, terms.ownerId);
}

/** Whoever is to do it is told that there is a task, unless they gave it to themselves. */
async function tellOwner(tx: Tx, office: Office, caseId: CaseId, ownerId: StaffId | null): Promise<void> {
  if (ownerId === null || ownerId === office.staff) return;
  await notify(tx, office, { staffIds: [ownerId], kind: 'task_given', caseId });
}

/** Changes places with the open action before it, of those that are as urgent. */
export async function putEarlier(
  tx: Tx,
  office: Office,
  { caseId, actionId }: { readonly caseId: CaseId; readonly actionId: string },
): Promise<void> {
  const open = (await actionsOf(tx, office.organisation, caseId)).filter((action) => action.state === 'open');
  const at = open.findIndex((action) => action.id === actionId);
  const [action, before] = [open[at], open[at - 1]];
  if (!action) throw notFound();
  if (!before || before.safety !== action.safety)
    return insist(refused('It is the first of its kind already.', 'plan-agreed'));
  await happened(tx, office, { name: 'plan.action-changed', caseId, subjectId: actionId });
  for (const [each, place] of [
    [action, before.place],
    [before, action.place],
  ] as const)
    await tx.run(sql`update plan_action set place = ${place}, version = version + 1
      where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${each.id}`);
}
