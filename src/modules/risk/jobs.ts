import type { Job } from '#kit/jobs.ts';
import { sweepDates } from './store/sweep-dates.ts';

/** What keeps known dates in view while nobody looks. */
export const jobs: readonly Job[] = [
  {
    name: 'risk-dates',
    every: Temporal.Duration.from({ minutes: 5 }),
    run: async (services, organisation) => {
      await sweepDates(services, organisation);
    },
  },
];
