import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { tellOfChecks } from './store/met.ts';

export const jobs: readonly Job[] = [
  {
    name: 'move-checks',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        tellOfChecks(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
