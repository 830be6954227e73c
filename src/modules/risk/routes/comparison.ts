import type { Tx } from '#kit/sql.ts';
import { answersOf } from '#modules/assessments/index.ts';
import { type AssessmentSummary, assessedWhenEnded } from '#modules/assessments/pure.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { changesBetween, comparable } from '../change.ts';
import type { Compared } from '../views/changes.ts';

/** Those that count: ended with something answered, and not corrected since. Newest first. */
export function standingAssessments(assessments: readonly AssessmentSummary[]): readonly AssessmentSummary[] {
  return assessments.filter(
    ({ ending, answered, correctedById }) =>
      ending !== null && assessedWhenEnded(ending, answered) && correctedById === null,
  );
}

/** Of each kind of questions the last two, and what is different between them. */
export async function compareLast(
  tx: Tx,
  organisation: OrganisationId,
  assessments: readonly AssessmentSummary[],
): Promise<readonly Compared[]> {
  const pairs = lastPairs(standingAssessments(assessments));
  const compared = await Promise.all(
    pairs.map(async ({ before, after }) => {
      const [earlier, later] = await Promise.all([
        answersOf(tx, organisation, before.id),
        answersOf(tx, organisation, after.id),
      ]);
      return earlier && later && { before, after, changes: changesBetween(earlier, later) };
    }),
  );
  return compared.filter((each) => each !== null);
}

function lastPairs(standing: readonly AssessmentSummary[]) {
  const pairs: { before: AssessmentSummary; after: AssessmentSummary }[] = [];
  const kind = (one: AssessmentSummary, other: AssessmentSummary) =>
    comparable({ id: one.instrument }, { id: other.instrument });
  for (const [index, after] of standing.entries()) {
    const before = standing.slice(index + 1).find((each) => kind(each, after));
    if (before && !pairs.some((pair) => kind(pair.after, after))) pairs.push({ before, after });
  }
  return pairs;
}
