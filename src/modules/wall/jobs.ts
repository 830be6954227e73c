import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { writeDownEnded } from './store/emergency-endings.ts';
import { remind } from './store/emergency-reviews.ts';
import { openWhatNobodySees } from './store/seen-by-nobody.ts';

/** What has run out is written down, what nobody has reviewed is brought to mind, what nobody sees is opened. */
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
  {
    name: 'seen-by-nobody',
    every: Temporal.Duration.from({ seconds: 60 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        openWhatNobodySees(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
