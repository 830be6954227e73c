import type { Job } from '#kit/jobs.ts';
import { countAnew } from './store/count-anew.ts';
import { keepSummary } from './store/keep-summary.ts';

export const jobs: readonly Job[] = [
  { name: 'daily-summary', every: Temporal.Duration.from({ minutes: 5 }), run: keepSummary },
  { name: 'promises-counted', every: Temporal.Duration.from({ seconds: 15 }), run: countAnew },
];
