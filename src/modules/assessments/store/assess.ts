import { Fault, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { type Answers, type Ending, scoreOf } from '../assessment.ts';
import { saveAnswers } from './answers.ts';
import { assessmentIn, beginAssessment, type NewAssessment } from './assessments.ts';
import { type EndedAssessment, endAssessment } from './ending.ts';

export interface WholeAsked
  extends Omit<NewAssessment, 'corrects'>,
    Pick<EndedAssessment, 'askAgainOn' | 'fewWhy'> {
  readonly answers: Answers;
  readonly ending: Ending;
  readonly endingWords: string;
}

/**
 * A whole assessment at once, of a conversation that is over: begins it, saves every answer and ends it.
 * @returns its id
 */
export async function assess(tx: Tx, office: Office, asked: WholeAsked): Promise<string> {
  const { caseId, instrument, answers, ending, endingWords, askAgainOn = null, fewWhy = '' } = asked;
  const assessmentId = await beginAssessment(tx, office, asked);
  const score = scoreOf(instrument, answers);
  const about = { caseId, assessmentId, instrument, version: 1, sheet: assessmentId, score };
  if (!(await saveAnswers(tx, office, { ...about, changed: [...answers.values()] })))
    throw new Fault('stale');
  const whole = await assessmentIn(tx, office.organisation, caseId, assessmentId);
  if (!whole) throw notFound();
  await endAssessment(tx, office, { caseId, ending, endingWords, askAgainOn, fewWhy, whole });
  return assessmentId;
}
