import type { Job } from '#kit/jobs.ts';
import { handOverDangers } from '#modules/danger/index.ts';
import { sweepUntouched } from './store/inactivity.ts';
import { handOnWhatWasLeft } from './store/leaving.ts';

/** What keeps a case, and a danger that stands as the office closes, from being forgotten while nobody looks. */
export const jobs: readonly Job[] = [
  {
    name: 'untouched',
    every: Temporal.Duration.from({ minutes: 1 }),
    run: async (services, organisation) => {
      await handOverDangers(services, organisation);
      await sweepUntouched(services, organisation);
    },
  },
  {
    name: 'leaving',
    every: Temporal.Duration.from({ minutes: 1 }),
    run: async (services, organisation) => {
      await handOnWhatWasLeft(services, organisation);
    },
  },
];
