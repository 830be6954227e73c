import type { Job } from '#kit/jobs.ts';
import { drawDue } from './store/draw.ts';

export const jobs: readonly Job[] = [
  { name: 'sample-audit', every: Temporal.Duration.from({ hours: 1 }), run: drawDue },
];
