import type { Job } from '#kit/jobs.ts';

/** What the program looks at by the day: the simulated months have mornings too. */
export const daily: readonly Job[] = [];
