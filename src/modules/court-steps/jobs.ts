import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { lookAtSteps } from './store/look.ts';

export const jobs: readonly Job[] = [
  {
    name: 'court-steps',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        lookAtSteps(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
