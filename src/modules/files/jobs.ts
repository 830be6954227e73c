import { sweepUploads } from '#kit/http/uploads.ts';
import type { Job } from '#kit/jobs.ts';
import { lookAtFiles, lookThroughOlder } from './store/look.ts';
import { sweepStrays } from './store/strays.ts';
import { verifyFiles } from './store/verify.ts';

export const jobs: readonly Job[] = [
  {
    name: 'files-looked-through',
    every: Temporal.Duration.from({ seconds: 5 }),
    run: lookAtFiles,
  },
  {
    name: 'files-verified',
    every: Temporal.Duration.from({ hours: 1 }),
    async run(services, organisation) {
      await lookThroughOlder(services, organisation);
      await verifyFiles(services, organisation);
    },
  },
  {
    name: 'files-without-a-row',
    every: Temporal.Duration.from({ hours: 24 }),
    async run(services, organisation) {
      await sweepStrays(services, organisation);
    },
  },
  {
    name: 'uploads-abandoned',
    every: Temporal.Duration.from({ hours: 1 }),
    async run() {
      await sweepUploads();
    },
  },
];
