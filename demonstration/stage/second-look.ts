import { type Tx, transact } from '#kit/sql.ts';
import { answerSample, mayAnswer, samples } from '#modules/checks/index.ts';
import { lateRecord, lookAtLate, waitingLateRecords } from '#modules/obligations/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import type { Post } from '../script/team.ts';
import type { Theatre } from './acting.ts';
import { colleague } from './landlord.ts';

/** Who looks at what was recorded late and at what was drawn by chance; the deputy after the manager. */
const lookers: readonly Post[] = ['manager', 'deputy'];

/** What was written down a week ago and more was looked at; what is newer still waits. */
const looksAfter = Temporal.Duration.from({ hours: 24 * 7 });

/** Of each month so many of the sample still wait. */
const leftWaiting = 2;

/** A second person looks, through the product’s own rules: nobody at what is their own. */
export async function lookAgain(theatre: Theatre, now: Temporal.Instant): Promise<void> {
  const { services, organisation } = theatre;
  for (const post of lookers) {
    const { id: staff, roles } = colleague(theatre, post);
    await transact(services.db, { organisation, staff, roles }, async (tx) => {
      await confirmLate(tx, theatre, staff, now);
      await answerDrawn(tx, theatre, staff, now);
    });
  }
}

async function confirmLate(tx: Tx, theatre: Theatre, staff: StaffId, now: Temporal.Instant): Promise<void> {
  const deciding = { by: staff, sight: 'inside', decision: 'confirmed' } as const;
  for (const late of await waitingLateRecords(tx, theatre.organisation)) {
    if (Temporal.Instant.compare(late.proposedAt.add(looksAfter), now) > 0) continue;
    if (!mayDecide(lateRecord, { ...late, about: late.recordedBy }, deciding).allowed) continue;
    const { version } = late;
    const why = 'The list of calls of that day shows it.';
    await lookAtLate(tx, theatre.officeAt(staff, now), late, { ...deciding, why, version });
  }
}

async function answerDrawn(tx: Tx, theatre: Theatre, staff: StaffId, now: Temporal.Instant): Promise<void> {
  const drawn = await samples(tx, theatre.organisation);
  for (const [month, all] of Map.groupBy(drawn, (each) => each.month.toString())) {
    const waiting = all.filter(({ answer }) => answer === null);
    for (const [nth, sample] of waiting.slice(leftWaiting).entries()) {
      const leads = [sample.leadThen, sample.leadNow];
      if (!mayAnswer({ ...sample, leads }, staff, 'inside').allowed) continue;
      // In one month somebody finds one that the record does not show.
      const answer = nth === 0 && month.endsWith('-09-01') ? 'not_agreed' : 'agreed';
      const why =
        answer === 'agreed'
          ? 'The entry says whom we reached, and the diary shows when.'
          : 'The entry does not say whether anybody was reached.';
      const { version } = sample;
      const answered = { answer, why, version, sight: 'inside' } as const;
      await answerSample(tx, theatre.officeAt(staff, now), sample, answered);
    }
  }
}
