import type { Job } from '#kit/jobs.ts';
import { tellHeldBefore } from './store/about-to-begin.ts';
import { missCheckIns } from './store/check-ins.ts';
import { raiseUnheard } from './store/silences.ts';
import { tellWhatChanged } from './store/tell-changed.ts';

/** Somebody may be in danger: looked at as often as promises are. */
export const jobs: readonly Job[] = [
  {
    name: 'check-ins',
    every: Temporal.Duration.from({ seconds: 15 }),
    run: async (services, organisation) => {
      await missCheckIns(services, organisation);
      await raiseUnheard(services, organisation);
    },
  },
  {
    name: 'held-since',
    every: Temporal.Duration.from({ seconds: 15 }),
    run: async (services, organisation) => {
      await tellWhatChanged(services, organisation);
    },
  },
  {
    name: 'about-to-begin',
    every: Temporal.Duration.from({ minutes: 1 }),
    run: async (services, organisation) => {
      await tellHeldBefore(services, organisation);
    },
  },
];
