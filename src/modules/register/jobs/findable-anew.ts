import type { Job } from '#kit/jobs.ts';
import type { Author } from '#kit/record.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { proposeMatches, takeTurnToCompare } from '../store/candidates.ts';
import { nextAnew, reachedAnew, tokensAnew } from '../store/findable-anew.ts';

const chunk = 500;
const turn = 10_000;

/** After an upgrade, makes everybody and every home findable as the program looks for them now. */
export const findableAnew: Job = {
  name: 'register.findable-anew',
  every: Temporal.Duration.from({ seconds: 10 }),
  run: ({ db, now }, organisation) => makeFindableAnew(db, organisation, now(), AbortSignal.timeout(turn)),
};

/** Goes on until all are done or the signal says enough; the next call goes on from there. */
export async function makeFindableAnew(
  db: Database,
  organisation: OrganisationId,
  now: Temporal.Instant,
  signal?: AbortSignal,
): Promise<void> {
  const author: Author = { organisation, staff: null, now };
  for (const subject of ['property', 'person'] as const) {
    let more = true;
    while (more && !signal?.aborted) {
      more = await transact(db, { organisation, system: true }, async (tx) => {
        const next = await nextAnew(tx, organisation, subject, chunk);
        if (next === null) return false;
        await takeTurnToCompare(tx, author);
        // Somebody else is writing some of them at this moment: they are taken the next time.
        if (!(await tokensAnew(tx, organisation, subject, next))) return false;
        if (subject === 'person') await proposeMatches(tx, author, next);
        await reachedAnew(tx, organisation, subject, next.at(-1) ?? null);
        return true;
      });
    }
  }
}
