import type { Job } from '#kit/jobs.ts';
import { tellOfShutLinks } from './store/shut-links.ts';
import { tellOfSince } from './store/tell-since.ts';

/** What shut without anybody of the case is told to them. */
export const jobs: readonly Job[] = [
  { name: 'links-that-shut', every: Temporal.Duration.from({ seconds: 10 }), run: tellOfShutLinks },
  { name: 'since-it-was-shared', every: Temporal.Duration.from({ seconds: 10 }), run: tellOfSince },
];
