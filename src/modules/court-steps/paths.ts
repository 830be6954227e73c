import type { CaseId } from '#rules/facts.ts';

/** Addresses of what the income team says before it acts, and of what the team of a case reads of it: ids only. */
export const paths = {
  list: '/court-steps',
  say: '/court-steps/new',
  find: '/court-steps/search',
  step: (id: string) => `/court-steps/${id}`,
  ofCase: (id: CaseId) => `/cases/${id}/court-steps`,
  found: (id: CaseId) => `/cases/${id}/court-steps/new`,
} as const;
