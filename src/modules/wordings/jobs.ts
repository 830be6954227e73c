import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { lookWhoseItIs } from './store/somebodys.ts';

export const jobs: readonly Job[] = [
  {
    name: 'wordings.number',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        lookWhoseItIs(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
