import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type CaseFile, triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { actionKind } from '#rules/action-kinds.ts';
import { allowed, type CaseId, type Verdict } from '#rules/facts.ts';
import { mayAct } from '#rules/may-act.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { notOpen, verdictOf } from '../deciding.ts';
import { type Dropping, droppings, type Outcome, outcomes, unsettling } from '../outcomes.ts';
import { forTheTeam } from '../words.ts';
import { loadAction } from './load.ts';
import { notOver, takeBackWaiting } from './moves.ts';
import type { Action, StepRow } from './rows.ts';

interface OfAction {
  readonly caseId: CaseId;
  readonly actionId: string;
  readonly words: string;
}

/** They know only where somebody has reached them, in the agreed way, since it was decided (V3.2, L2.1a). */
export function mayBeTold(
  told: 'told' | 'not_safe_to_tell',
  { decisions }: Pick<Action, 'decisions'>,
  { lastContactAt }: Pick<CaseFile, 'lastContactAt'>,
): Verdict {
  const agreedAt = decisions.find(({ decision }) => decision === 'approved')?.decidedAt ?? null;
  const reached = agreedAt && lastContactAt && Temporal.Instant.compare(lastContactAt, agreedAt) >= 0;
  return told === 'not_safe_to_tell' || reached
    ? allowed
    : notOpen(
        'Nobody is on record as having reached them safely since it was agreed. Record the contact first.',
      );
}

/** That they know before it happens, and on which day; or why telling them would not be safe. */
export async function recordTelling(
  tx: Tx,
  office: Office,
  telling: OfAction & { readonly told: 'told' | 'not_safe_to_tell'; readonly dayOn: Temporal.PlainDate },
): Promise<void> {
  const { caseId, actionId, told, dayOn, words } = telling;
  const { file, action, facts } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  insist(verdictOf(mayAct(facts, office.now, 'tell')));
  insist(mayBeTold(told, action, file));
  await writeStep(tx, office, action, { step: told, dayOn, words });
  const name = told === 'told' ? 'perpetrator-action.told' : 'perpetrator-action.not-safe-to-tell';
  await happened(tx, office, { name, caseId, subjectId: actionId });
  const said = told === 'told' ? 'They know beforehand' : 'They were not told: it would not be safe';
  await tell(tx, office, action, `${said}. It is to happen on ${dateInWords(dayOn)}. ${words}`);
}

/** It was done. Throws a refusal where the gate is shut, whoever asks and whatever they are. */
export async function takeAction(
  tx: Tx,
  office: Office,
  taken: OfAction & { readonly dayOn: Temporal.PlainDate },
): Promise<void> {
  const { caseId, actionId, dayOn, words } = taken;
  const { action, facts } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  insist(verdictOf(mayAct(facts, office.now, 'take')));
  const stepId = await writeStep(tx, office, action, { step: 'taken', dayOn, words });
  const about = { caseId, subjectId: stepId, recurs: true } as const;
  await happened(tx, office, { name: 'perpetrator-action.taken', ...about, data: { kind: action.kind } });
  await tell(tx, office, action, `Done on ${dateInWords(dayOn)}. ${words}`);
  await reviewRisk(tx, office, caseId, stepId);
}

/** What came of it; where it failed or was broken the risk is looked at again. */
export async function recordOutcome(
  tx: Tx,
  office: Office,
  came: OfAction & { readonly outcome: Outcome },
): Promise<void> {
  const { caseId, actionId, outcome, words } = came;
  const { action } = await loadAction(tx, office, caseId, actionId);
  if (!action.steps.some(({ step }) => step === 'taken'))
    insist(notOpen('It has not been done, so that nothing has come of it.'));
  const stepId = await writeStep(tx, office, action, { step: 'outcome', outcome, words });
  const about = { caseId, subjectId: actionId, data: { why: `outcome_${outcome}`, kind: action.kind } };
  await happened(tx, office, { name: 'perpetrator-action.outcome-recorded', ...about });
  await tell(tx, office, action, `What came of it: ${labelOf(outcomes, outcome)}. ${words}`);
  if (unsettling.includes(outcome)) await reviewRisk(tx, office, caseId, stepId);
}

/** It is not done, and why; kept. What somebody did all the same is no less: the risk is looked at again. */
export async function dropAction(
  tx: Tx,
  office: Office,
  dropped: OfAction & { readonly because: Dropping },
): Promise<void> {
  const { caseId, actionId, because, words } = dropped;
  const { action } = await loadAction(tx, office, caseId, actionId);
  notOver(action);
  await takeBackWaiting(tx, office, action, 'It is not done.');
  const stepId = await writeStep(tx, office, action, { step: 'dropped', outcome: because, words });
  const about = { caseId, subjectId: actionId, data: { why: `dropped_${because}` } };
  await happened(tx, office, { name: 'perpetrator-action.dropped', ...about });
  await tell(tx, office, action, `Not done: ${labelOf(droppings, because)}. ${words}`);
  if (because === 'done_regardless') await reviewRisk(tx, office, caseId, stepId);
}

/** Whatever is done about whoever is feared may change what they do (domain §3). */
async function reviewRisk(tx: Tx, office: Office, caseId: CaseId, subjectId: string): Promise<void> {
  await triggerReview(tx, office, { caseId, trigger: 'perpetrator_action', at: office.now, subjectId });
}

async function tell(tx: Tx, office: Office, action: Action, words: string): Promise<void> {
  const { caseId, id: subjectId, aboutId, kind } = action;
  const { now } = office;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, kind: 'action', caseId, happenedAt: now, knownAt: now, subjectId, aboutId },
    words: `${actionKind(kind)?.label ?? kind}. ${words}`.trim(),
  });
}

type NewStep = Pick<StepRow, 'step' | 'words'> & Partial<Pick<StepRow, 'outcome' | 'dayOn'>>;

async function writeStep(
  tx: Tx,
  { organisation, staff, now }: Office,
  { id, caseId }: Action,
  { step, words, outcome = '', dayOn = null }: NewStep,
): Promise<string> {
  const stepId = newId<string>();
  await tx.run(sql`insert into perpetrator_action_step (organisation_id, id, case_id, action_id, step, outcome, day_on,
      words, recorded_at, recorded_by)
    values (${organisation}, ${stepId}, ${caseId}, ${id}, ${step}, ${outcome}, ${dayOn}, ${words}, ${now}, ${staff})`);
  return stepId;
}
