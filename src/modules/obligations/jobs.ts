import type { Job } from '#kit/jobs.ts';
import { mailNotices } from './store/letters.ts';
import { oweAnyway } from './store/owed-anyway.ts';
import { sweep } from './store/sweep.ts';

/** What keeps promises in view while nobody looks. */
export const jobs: readonly Job[] = [
  {
    name: 'sweep',
    every: Temporal.Duration.from({ seconds: 15 }),
    run: async (services, organisation) => {
      await sweep(services, organisation);
    },
  },
  {
    name: 'owed-anyway',
    every: Temporal.Duration.from({ hours: 1 }),
    run: async (services, organisation) => {
      await oweAnyway(services, organisation);
    },
  },
  { name: 'mail-notices', every: Temporal.Duration.from({ seconds: 15 }), run: mailNotices },
];
