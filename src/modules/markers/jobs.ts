import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { tellOfDue } from './store/reviews.ts';

/** Whoever placed a marker is told before its day; on that day it is gone for readers, whether or not this ran. */
export const jobs: readonly Job[] = [
  {
    name: 'markers-due',
    every: Temporal.Duration.from({ minutes: 15 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        tellOfDue(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
