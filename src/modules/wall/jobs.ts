import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { writeDownEnded } from './store/emergency-endings.ts';
import { remind } from './store/emergency-reviews.ts';

/** What has run out is written down, and what nobody has reviewed is brought to mind. */
export const jobs: readonly Job[] = [
  {
    name: 'emergency-access',
    every: Temporal.Duration.from({ seconds: 60 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await writeDownEnded(tx, office);
        await remind(tx, office);
      });
    },
  },
];
