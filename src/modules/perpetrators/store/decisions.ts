import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type ActFacts, mayAct } from '#rules/may-act.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { notOpen, verdictOf } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadAction } from './load.ts';
import { notOver } from './moves.ts';
import { type Action, actionDecisions, actionsOf, type DecisionRow } from './rows.ts';

export interface PutToManager {
  readonly caseId: CaseId;
  readonly actionId: string;
  readonly why: string;
}

/** Open, so that another manager may decide about it: about this view and this test. @returns its id */
export async function putToManager(tx: Tx, office: Office, put: PutToManager): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, actionId, why } = put;
  const { action, facts } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  insist(verdictOf(mayAct(facts, now, 'decide')));
  if (action.decisions.some(({ decision }) => decision === null))
    insist(notOpen('It waits for a manager already.'));
  const [view] = action.views;
  const [test] = action.tests;
  if (!view || !test) throw notFound();
  const decisionId = newId<string>();
  await tx.run(sql`insert into perpetrator_action_decision (organisation_id, id, case_id, action_id, view_id, test_id,
      why, proposed_by, proposed_at)
    values (${organisation}, ${decisionId}, ${caseId}, ${actionId}, ${view.id}, ${test.id}, ${why}, ${staff}, ${now})`);
  await happened(tx, office, { name: 'perpetrator-action.put', caseId, subjectId: actionId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: actionId },
    words: `What is proposed is put to a manager. ${why}`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'perpetrator_action_to_decide', caseId });
  return decisionId;
}

const events = {
  approved: 'perpetrator-action.approved',
  declined: 'perpetrator-action.declined',
  withdrawn: 'perpetrator-action.withdrawn',
} as const;
const became = {
  approved: 'A manager agreed',
  declined: 'A manager did not agree',
  withdrawn: 'It was taken back',
};

export interface ActionDecision {
  readonly caseId: CaseId;
  readonly decisionId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

/** Decided by another manager; to agree, the gate is asked again, and no manager opens it. */
export async function decideAction(tx: Tx, office: Office, decided: ActionDecision): Promise<void> {
  const { caseId, decisionId, decision, why } = decided;
  const { file, action, facts, proposal } = await loadDecision(tx, office, caseId, decisionId);
  const changed = isShut(action, facts, proposal, office.now);
  await decideProposal(tx, office, actionDecisions, proposal, { ...decided, sight: sightOf(file), changed });
  const about = { caseId, subjectId: action.id };
  await happened(tx, office, { name: events[decision], ...about });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, happenedAt: office.now, knownAt: office.now },
    words: `${became[decision]}. ${proposal.why} ${why}`.trim(),
  });
  const { proposedBy } = proposal;
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'perpetrator_action_decided', caseId });
}

/** It is not open now, or rests on an earlier view or test. */
export function isShut(
  { views, tests }: Pick<Action, 'views' | 'tests'>,
  facts: ActFacts,
  { viewId, testId }: Pick<DecisionRow, 'viewId' | 'testId'>,
  now: Temporal.Instant,
): boolean {
  return !mayAct(facts, now, 'decide').open || views[0]?.id !== viewId || tests[0]?.id !== testId;
}

export async function loadDecision(tx: Tx, office: Office, caseId: CaseId, decisionId: string) {
  await openFile(tx, office.organisation, caseId);
  const actions = await actionsOf(tx, office.organisation, caseId);
  const proposal = actions.flatMap(({ decisions }) => decisions).find((each) => each.id === decisionId);
  if (!proposal) throw notFound();
  return { ...(await loadAction(tx, office, caseId, proposal.actionId)), proposal };
}
