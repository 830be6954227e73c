import type { Tx } from '#kit/sql.ts';
import { spacesOf, standing } from '#modules/breathing-space/index.ts';
import { plannedStill } from '#modules/diary/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Still } from '../views/called-off.ts';

/** What of a case goes on or is called off as it is closed, in one round trip. */
export async function stillIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  now: Temporal.Instant,
): Promise<Still> {
  const [planned, spaces] = await Promise.all([
    plannedStill(tx, organisation, caseId, now),
    spacesOf(tx, organisation, { caseId }),
  ]);
  return { ...planned, spaceUntil: standing(spaces)?.until ?? null };
}
