import { z } from 'zod';
import { id, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { highest } from '../level.ts';
import type { ReceivedFact } from '../rating.ts';
import { type LevelStated, levelByNumber, levelStatedBy, type ReceivedTool } from '../received.ts';
import { dashes, type LocalRules } from '../threshold.ts';

const row = z.object({
  id: id<string>(),
  tool: z.string() as unknown as z.ZodType<ReceivedTool>,
  stated: z.string() as unknown as z.ZodType<LevelStated>,
  words: z.string(),
  score: z.string(),
  receivedOn: plainDate,
});

/**
 * What others assessed as medium or high and that still says something of today: not corrected since, and no Dash has
 * been asked here to its end, with enough answered, by anybody who could know of it: since it was written down here,
 * whenever it is said to have come. Newest first. “Standard” is not among them:
 * somebody else’s all-clear is none of ours; a MeRIT whose number says more than its name counts by its number.
 */
export async function receivedInForce(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  timeZone: string,
  local: LocalRules,
): Promise<readonly ReceivedFact[]> {
  const found = await tx.rows(
    row,
    sql`select r.id, r.tool, r.level_stated as stated, r.level_words as words, r.score_stated as score,
        (r.received_at at time zone ${timeZone})::date as "receivedOn"
      from risk_received r where r.organisation_id = ${organisation} and r.case_id = ${caseId}
        and (r.level_stated <> 'standard' or r.tool = 'merit')
        and not exists (select from risk_received k where k.organisation_id = r.organisation_id
          and k.corrects_id = r.id)
        and not exists (select from risk_assessment a where a.organisation_id = r.organisation_id
          and a.case_id = r.case_id and a.instrument = any (${[...dashes]}) and a.ending = 'finished'
          and a.few_why = ''
          and a.asked_at > r.recorded_at)
      order by r.received_at desc, r.id desc`,
  );
  return found.flatMap(({ stated, words, score, ...received }) => {
    const { tool } = received;
    const level = highest([levelStatedBy(tool, stated, words), levelByNumber(tool, score, local)]);
    return level === null || level === 'standard' ? [] : [{ ...received, level }];
  });
}
