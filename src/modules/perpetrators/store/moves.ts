import { insist } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { settleProposal } from '#kit/proposals.ts';
import type { Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayAct } from '#rules/may-act.ts';
import { isOver, notOpen } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadAction } from './load.ts';
import { type Action, actionDecisions } from './rows.ts';

export function notOver(action: Pick<Action, 'steps'>): void {
  if (isOver(action)) insist(notOpen('It was done, or it was decided that it is not.'));
}

/** What may raise the risk is stopped at once, kept with its reason, and whatever waits about it is taken back. */
export async function stopIfItRaises(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  actionId: string,
): Promise<void> {
  const { action, facts } = await loadAction(tx, office, caseId, actionId);
  const answer = mayAct(facts, office.now, 'decide');
  if (answer.open || !answer.raises) return;
  const [first] = answer.reasons;
  const about = { caseId, subjectId: actionId };
  await happened(tx, office, {
    name: 'perpetrator-action.stopped',
    ...about,
    data: { why: `stopped_${first.by}` },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, happenedAt: office.now, knownAt: office.now },
    words: `Stopped, because it may raise the risk. ${first.reason} What would open it: ${first.opens}`,
  });
  await takeBackWaiting(tx, office, action, 'It may raise the risk.');
}

/** Nobody decides about what is stopped or over. */
export async function takeBackWaiting(tx: Tx, office: Office, action: Action, why: string): Promise<void> {
  const waiting = action.decisions.find(({ decision }) => decision === null);
  if (!waiting) return;
  if (!(await settleProposal(tx, office, actionDecisions, waiting, { decision: 'withdrawn', why }))) return;
  const { caseId, id: subjectId } = action;
  await happened(tx, office, { name: 'perpetrator-action.withdrawn', caseId, subjectId });
}
