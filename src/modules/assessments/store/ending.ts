import { Fault, insist } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { rateAfterAssessment } from '#modules/risk-level/index.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import {
  assessedWhenEnded,
  type Ending,
  endedInWords,
  enoughAnswered,
  eventsOfEnding,
} from '../assessment.ts';
import { foundIn } from '../found.ts';
import { standing } from '../sheet.ts';
import type { WholeAssessment } from './assessments.ts';

export interface EndedAssessment {
  readonly caseId: CaseId;
  readonly ending: Ending;
  readonly endingWords: string;
  /** Why it is finished although few were answered; left out: enough were. */
  readonly fewWhy?: string;
  /** They wished to stop, and agreed to be asked again on that day. */
  readonly askAgainOn?: Temporal.PlainDate | null;
  /** The assessment as it was read: what was saved since is looked at first. */
  readonly whole: WholeAssessment;
}

/**
 * Ends an assessment for good. Finished, the promise is kept from the moment they were asked. Stopped
 * at their wish, it is counted apart, what they answered counts, and a day on which they agreed to be
 * asked again is a promise of its own. What became unsafe is still owed. Throws `stale` where somebody
 * else saved or ended it first.
 */
export async function endAssessment(tx: Tx, office: Office, ended: EndedAssessment): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, ending, endingWords, whole } = ended;
  const { assessment, instrument } = whole;
  const assessmentId = assessment.id;
  const fewWhy =
    ending === 'finished' && !enoughAnswered(instrument, assessment.answered) ? (ended.fewWhy ?? '') : '';
  if (ending === 'finished' && !fewWhy && !enoughAnswered(instrument, assessment.answered))
    insist(refused('Say why so few of the questions were answered.', 'risk-assessed'));
  const askAgainOn = ending === 'stopped_by_person' ? (ended.askAgainOn ?? null) : null;
  const touched = await tx.run(sql`update risk_assessment
    set ended_at = ${now}, ended_by = ${staff}, ending = ${ending}, ending_words = ${endingWords},
      ask_again_on = ${askAgainOn}, few_why = ${fewWhy}, version = version + 1
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${assessmentId}
      and version = ${assessment.version} and ended_at is null`);
  if (touched === 0) throw new Fault('stale');
  const { answered, askedAt } = assessment;
  const about = { caseId, subjectId: assessmentId };
  await addEntry(tx, office, {
    ...about,
    kind: 'risk',
    happenedAt: askedAt,
    knownAt: askedAt,
    source: 'person',
    words: endedInWords(instrument, { ...assessment, ending, endingWords, fewWhy, askAgainOn }),
  });
  const data = { instrument: instrument.id, ending, answered, of: assessment.of };
  for (const name of eventsOfEnding(ending, answered, fewWhy)) {
    const theirWish = name === 'risk.stopped-at-their-wish';
    await happened(tx, office, { name, ...about, happenedAt: askedAt, data, theirWish });
  }
  // A day that is agreed with them is a promise like any other, one for each time.
  if (askAgainOn)
    await happened(tx, office, {
      name: 'risk.asking-again-agreed',
      ...about,
      recurs: true,
      agreedDue: askAgainOn,
    });
  const found = foundIn(instrument, standing(whole.saved));
  const told = assessedWhenEnded(ending, answered);
  await rateAfterAssessment(tx, office, { caseId, assessmentId, found, told });
}
