import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { remindOfProgrammes, tellOfShutAgain } from './store/remind.ts';

/** Time and other pages shut what was agreed, and a programme says nothing by itself: somebody is told. */
export const jobs: readonly Job[] = [
  {
    name: 'actions-shut-again',
    every: Temporal.Duration.from({ minutes: 5 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await tellOfShutAgain(tx, office);
        await remindOfProgrammes(tx, office);
      });
    },
  },
];
