import type { Job } from '#kit/jobs.ts';
import { keepSummary } from './store/keep-summary.ts';

export const jobs: readonly Job[] = [
  { name: 'daily-summary', every: Temporal.Duration.from({ minutes: 5 }), run: keepSummary },
];
