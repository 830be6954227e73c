import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { lookAtEvents } from './store/look.ts';
import { tellWhoEntered } from './store/tell.ts';

export const jobs: readonly Job[] = [
  {
    name: 'tenancy-events',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await lookAtEvents(tx, office);
        await tellWhoEntered(tx, office);
      });
    },
  },
];
