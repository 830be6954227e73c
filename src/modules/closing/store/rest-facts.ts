import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { riskStanding } from '#modules/risk-level/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type WhyTwo, whyTwo } from '../pausing.ts';

const row = z.object({ lastPausedAt: instant.nullable(), waiting: z.boolean() });

/** Why one person may not let it rest, and whether such a pause waits for a manager already. */
export async function restFacts(
  tx: Tx,
  organisation: OrganisationId,
  file: Pick<CaseFile, 'id' | 'riskLevel' | 'riskJudged' | 'leadId' | 'lastContactAt'>,
): Promise<{ readonly needsTwo: readonly WhyTwo[]; readonly waiting: boolean }> {
  const { id: caseId, riskLevel, riskJudged, leadId, lastContactAt } = file;
  const [{ loweringWaiting }, { lastPausedAt, waiting }] = await Promise.all([
    riskStanding(tx, organisation, caseId),
    tx.one(
      row,
      sql`select (select max(p.paused_at) from case_pause p
            where p.organisation_id = ${organisation} and p.case_id = ${caseId}) as "lastPausedAt",
          exists (select from pause_proposal q where q.organisation_id = ${organisation}
            and q.case_id = ${caseId} and q.decision is null) as waiting`,
    ),
  ]);
  return {
    needsTwo: whyTwo({ riskLevel, riskJudged, leadId, loweringWaiting, lastPausedAt, lastContactAt }),
    waiting,
  };
}
