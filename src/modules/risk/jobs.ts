import type { Job } from '#kit/jobs.ts';
import { promiseProposed } from '#modules/risk-level/index.ts';
import { sweepDates } from './store/sweep-dates.ts';

/** What keeps known dates, and levels that nobody judged, in view while nobody looks. */
export const jobs: readonly Job[] = [
  {
    name: 'risk-dates',
    every: Temporal.Duration.from({ minutes: 5 }),
    run: async (services, organisation) => {
      await sweepDates(services, organisation);
    },
  },
  {
    name: 'proposed-levels',
    every: Temporal.Duration.from({ minutes: 10 }),
    run: async (services, organisation) => {
      await promiseProposed(services, organisation);
    },
  },
];
