import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of emergency access: neutral, and ids only. */
export const paths = {
  ask: '/emergency-access/new',
  search: '/emergency-access/search',
  readersByReference: '/emergency-access/readers',
  colleagues: '/emergency-access/colleagues',
  uses: '/emergency-access',
  use: (use: string) => `/emergency-access/${use}`,
  review: (use: string) => `/emergency-access/${use}/review`,
  ending: (use: string) => `/emergency-access/${use}/ending`,
  ofCase: casePaths.emergency,
  readers: (id: CaseId) => `${casePaths.access(id)}/readers`,
  endingInCase: (id: CaseId, use: string) => `${casePaths.emergency(id)}/${use}/ending`,
} as const;
