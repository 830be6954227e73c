import type { Job } from '../jobs.ts';
import { record } from '../record.ts';
import { sql, transact } from '../sql.ts';

/**
 * So long a form that was sent is known when it comes again, from a tab that was left open or a browser that goes
 * back. The period is Lintel's; that there is one, the law's (UK GDPR, article 5(1)(e)).
 */
export const submissionKept = Temporal.Duration.from({ hours: 30 * 24 });

/** Who sent which form, and where it led, is not kept for ever. */
export const forgettingSubmissions: Job = {
  name: 'submissions.forget',
  every: Temporal.Duration.from({ hours: 24 }),
  async run(services, organisation) {
    const now = services.now();
    await transact(services.db, { organisation, system: true }, async (tx) => {
      const submissions = await tx.run(sql`delete from submission
        where organisation_id = ${organisation} and at < ${now.subtract(submissionKept)}`);
      if (submissions === 0) return;
      await record(
        tx,
        { organisation, staff: null, now },
        { name: 'retention.applied', data: { submissions } },
      );
    });
  },
};
