import { Fault } from '#kit/http/errors.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/cases/index.ts';
import { advance } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { assessedWhenEnded, type Ending, endedInWords } from '../assessment.ts';
import type { WholeAssessment } from './assessments.ts';
import { rateAfterAssessment } from './rate.ts';

export interface EndedAssessment {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly caseId: CaseId;
  readonly ending: Ending;
  readonly endingWords: string;
  /** The assessment as it was read: what was saved since is looked at first. */
  readonly whole: WholeAssessment;
}

/**
 * Ends an assessment for good. Finished, or stopped at the person’s wish with something answered, the risk has been
 * assessed as far as they would: the promise is kept from the moment they were asked. What became unsafe is still
 * owed. Throws `stale` where somebody else saved or ended it first.
 */
export async function endAssessment(tx: Tx, author: Author, ended: EndedAssessment): Promise<void> {
  const { organisation, staff, now } = author;
  const { pack, calendar, caseId, ending, endingWords, whole } = ended;
  const { assessment, instrument } = whole;
  const assessmentId = assessment.id;
  const touched = await tx.run(sql`update risk_assessment
    set ended_at = ${now}, ended_by = ${staff}, ending = ${ending}, ending_words = ${endingWords}, version = version + 1
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${assessmentId}
      and version = ${assessment.version} and ended_at is null`);
  if (touched === 0) throw new Fault('stale');
  const { answered, askedAt } = assessment;
  const assessed = assessedWhenEnded(ending, answered);
  const name = assessed ? 'risk.assessed' : 'risk.assessment-stopped';
  const [eventId] = await Promise.all([
    record(tx, author, {
      name,
      caseId,
      subjectId: assessmentId,
      happenedAt: askedAt,
      data: { instrument: instrument.id, ending, answered },
    }),
    addEntry(tx, author, {
      caseId,
      kind: 'risk',
      happenedAt: askedAt,
      knownAt: askedAt,
      source: 'person',
      words: endedInWords(instrument, { ...assessment, ending, endingWords }),
      subjectId: assessmentId,
    }),
  ]);
  if (assessed) await advance(tx, author, { pack, calendar, event: name, at: askedAt, caseId, eventId });
  await rateAfterAssessment(tx, author, { pack, calendar, caseId, assessmentId });
}
