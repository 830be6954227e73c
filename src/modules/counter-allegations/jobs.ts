import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { askWhereTwoNameEachOther, tellOfOneWorker } from './store/both.ts';

/** Neither side tells the other: that two cases meet is found by nobody who works on one. */
export const jobs: readonly Job[] = [
  {
    name: 'two-cases',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await askWhereTwoNameEachOther(tx, office);
        await tellOfOneWorker(tx, office);
      });
    },
  },
];
