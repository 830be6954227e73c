import { casePaths } from '#modules/case-file/pure.ts';

/** Addresses of what lettings asks, and of what those who lead cases and teams read of it: ids only. */
export const paths = {
  list: '/move-checks',
  ask: '/move-checks/new',
  check: (id: string) => `/move-checks/${id}`,
  asked: '/move-checks/asked',
  ofCase: casePaths.moveChecks,
} as const;
