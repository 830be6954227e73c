import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile, triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { isOver, lastAnswer, standing, stateOf } from '../course.ts';
import { notNow } from '../deciding.ts';
import { type Feeling, feelings, type MoveKind, moveKinds, type StepKind, steps } from '../kinds.ts';
import type { Security } from '../security.ts';
import { forTheTeam } from '../words.ts';
import { loadMove } from './load.ts';
import type { Move } from './rows.ts';

export interface NewMove {
  readonly caseId: CaseId;
  readonly kind: MoveKind;
  readonly wishedOn: Temporal.PlainDate;
  readonly words: string;
  readonly bedrooms: number | null;
  readonly adaptations: string;
  readonly schools: string;
  readonly withWhom: string;
}

/** They would like to move. Its time is counted from the day on which they said so. @returns its id */
export async function wishToMove(tx: Tx, office: Office, wish: NewMove): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, wishedOn, words, bedrooms, adaptations, schools, withWhom } = wish;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  if (file.closedAt) insist(notNow('The case is closed.'));
  const moveId = newId<string>();
  await tx.run(sql`insert into home_move (organisation_id, id, case_id, kind, wished_on, words, bedrooms, adaptations,
      schools, with_whom, recorded_at, recorded_by)
    values (${organisation}, ${moveId}, ${caseId}, ${kind}, ${wishedOn}, ${words}, ${bedrooms}, ${adaptations},
      ${schools}, ${withWhom}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, wishedOn);
  await happened(tx, office, {
    ...{ name: 'move.wished', caseId, subjectId: moveId, happenedAt, recurs: true },
    data: { kind, why: `wish_${kind}` },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: moveId },
    words: `They would like to move: ${labelOf(moveKinds, kind)}.\n\n${words}`,
  });
  return moveId;
}

export interface NewStep {
  readonly caseId: CaseId;
  readonly moveId: string;
  readonly step: Exclude<StepKind, 'felt'>;
  readonly dayOn: Temporal.PlainDate;
  readonly who: string;
  readonly words: string;
}

const tells: Readonly<Record<Exclude<StepKind, 'felt'>, CaseEventName>> = {
  next: 'move.next-agreed',
  applied: 'move.applied',
  taken_on: 'move.taken-on',
  not_taken_on: 'move.not-taken-on',
  moved: 'move.moved',
  not_wanted: 'move.not-wanted',
  ended: 'move.ended',
  corrected: 'move.step-corrected',
};

/** What is done about a move, or became of it. */
export async function recordStep(
  tx: Tx,
  office: Office,
  { caseId, moveId, ...given }: NewStep,
): Promise<void> {
  const { move } = await loadMove(tx, office, caseId, moveId);
  const { step, dayOn, who, words } = given;
  const state = stateOf(move.steps);
  if (step === 'corrected') {
    if (standing(move.steps).length === 0) insist(notNow('Nothing is written down that could be an error.'));
  } else if (isOver(state)) insist(notNow('This move is over. Begin another one where they wish to move.'));
  const tenure = step === 'moved' ? tenureOf(move) : null;
  const stepId = await write(tx, office, move, { ...given, outcome: tenure ?? '' });
  const day = step === 'next' ? null : dayOn;
  const happenedAt = day ? whenItHappened(office, day) : office.now;
  const about = { caseId, subjectId: moveId, happenedAt, keepsOnly: 'its subject' } as const;
  await happened(tx, office, { name: tells[step], ...about, data: { kind: move.kind } });
  const label = labelOf(steps, step);
  const said =
    step === 'next' ? `${label}: ${who}, by ${dateInWords(dayOn)}` : `${label}, ${dateInWords(dayOn)}`;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: stepId },
    words: `A move. ${said}. ${words}`.trim(),
  });
  if (tenure === null) return;
  await happened(tx, office, { name: tenureEvents[tenure], ...about, data: { why: `tenure_${tenure}` } });
  await triggerReview(tx, office, { caseId, trigger: 'move', at: happenedAt, subjectId: stepId });
}

type Tenure = Security | 'not_compared';
const tenureEvents: Readonly<Record<Tenure, CaseEventName>> = {
  same: 'move.tenure-kept',
  greater: 'move.tenure-kept',
  lesser: 'move.tenure-lost',
  not_known: 'move.tenure-not-known',
  not_compared: 'move.tenure-not-compared',
};

/** By the offer that they accepted; a refuge is for a time, and the tenancy that they keep is another. */
function tenureOf({ kind, offers }: Pick<Move, 'kind' | 'offers'>): Tenure {
  if (kind === 'refuge') return 'not_compared';
  return offers.find((offer) => lastAnswer(offer) === 'accepted')?.security ?? 'not_known';
}

export interface Felt {
  readonly caseId: CaseId;
  readonly moveId: string;
  readonly feeling: Feeling;
  readonly askedOn: Temporal.PlainDate;
  readonly words: string;
}
const felt: Readonly<Record<Feeling, CaseEventName>> = {
  safe: 'move.feels-safe',
  not_safe: 'move.feels-not-safe',
  not_said: 'move.rather-not-say',
  not_asked: 'move.not-safe-to-ask',
};

/** Whether they feel safe in their new home, as they say it (V4.3a). */
export async function recordFelt(tx: Tx, office: Office, asked: Felt): Promise<void> {
  const { caseId, moveId, feeling, askedOn, words } = asked;
  const { move } = await loadMove(tx, office, caseId, moveId);
  if (stateOf(move.steps) !== 'moved') insist(notNow('They have not moved yet, as far as is written down.'));
  const given = { step: 'felt', dayOn: askedOn, who: '', words, outcome: feeling } as const;
  const stepId = await write(tx, office, move, given);
  const happenedAt = whenItHappened(office, askedOn);
  await happened(tx, office, { name: felt[feeling], caseId, subjectId: moveId, happenedAt });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: stepId },
    words: `Whether they feel safe in their new home: ${labelOf(feelings, feeling)}. ${words}`.trim(),
  });
  if (feeling === 'not_safe')
    await triggerReview(tx, office, { caseId, trigger: 'information', at: happenedAt, subjectId: stepId });
}

interface Written {
  readonly step: StepKind;
  readonly dayOn: Temporal.PlainDate;
  readonly who: string;
  readonly outcome: string;
  readonly words: string;
}

async function write(tx: Tx, office: Office, move: Move, written: Written): Promise<string> {
  const { organisation, staff, now } = office;
  const { step, dayOn, who, outcome, words } = written;
  const stepId = newId<string>();
  await tx.run(sql`insert into home_move_step (organisation_id, id, case_id, move_id, step, day_on, who, outcome, words,
      recorded_at, recorded_by)
    values (${organisation}, ${stepId}, ${move.caseId}, ${move.id}, ${step}, ${dayOn}, ${who}, ${outcome}, ${words},
      ${now}, ${staff})`);
  return stepId;
}
