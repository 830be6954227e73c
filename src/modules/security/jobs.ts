import type { Job } from '#kit/jobs.ts';
import { shutWorksLinks } from './store/standing-links.ts';

export const jobs: readonly Job[] = [
  { name: 'works-links', every: Temporal.Duration.from({ minutes: 1 }), run: shutWorksLinks },
];
