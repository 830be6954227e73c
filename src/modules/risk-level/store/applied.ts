import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Route } from '../rating.ts';
import { routeInWords } from '../rating-words.ts';

const row = z.object({ routes: z.array(z.custom<Route>()).readonly() });

/** The scores on which the level that stands rests, each with the threshold that was applied to it, in words. */
export async function thresholdsApplied(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly string[]> {
  const found = await tx.maybe(
    row,
    sql`select routes from risk_rating where organisation_id = ${organisation} and case_id = ${caseId}
      order by number desc limit 1`,
  );
  return (found?.routes ?? [])
    .filter(({ route }) => route === 'score')
    .map(routeInWords)
    .map(({ says, source }) => `${says}. ${source}`);
}
