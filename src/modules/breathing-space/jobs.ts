import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { endAfterClosing } from './store/after-closing.ts';

export const jobs: readonly Job[] = [
  {
    name: 'breathing-space',
    every: Temporal.Duration.from({ hours: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        endAfterClosing(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
