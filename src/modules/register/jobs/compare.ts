import type { Job } from '#kit/jobs.ts';
import type { Author } from '#kit/record.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { proposeMatches, takeTurnToCompare } from '../store/candidates.ts';
import { comparedTo, nextToCompare, takeToCompareAgain } from '../store/comparison.ts';

const chunk = 500;
const turn = 10_000;

/** Looks for possible duplicates among the people whom an import brought or changed. */
export const compareImported: Job = {
  name: 'register.compare',
  every: Temporal.Duration.from({ seconds: 10 }),
  run: ({ db, now }, organisation) => comparePeople(db, organisation, now(), AbortSignal.timeout(turn)),
};

/** Goes on until all imported people were compared, or the signal says enough; the next call goes on from there. */
export async function comparePeople(
  db: Database,
  organisation: OrganisationId,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<void> {
  const author: Author = { organisation, staff: null, now };
  await transact(db, { organisation, system: true }, async (tx) => {
    await takeTurnToCompare(tx, author);
    await proposeMatches(tx, author, await takeToCompareAgain(tx, organisation, chunk));
  });
  let more = true;
  while (more && !signal?.aborted) {
    more = await transact(db, { organisation, system: true }, async (tx) => {
      const next = await nextToCompare(tx, organisation, chunk);
      if (next === null) return false;
      await takeTurnToCompare(tx, author);
      await proposeMatches(tx, author, next.people);
      await comparedTo(tx, organisation, next.importId, next.people.at(-1) ?? null, now);
      return true;
    });
  }
}
