import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of what people need and how they describe themselves: neutral, and ids only. */
export const paths = {
  needs: casePaths.needs,
  ofPerson: (id: CaseId, person: string) => `/cases/${id}/people/${person}/needs`,
  equality: (id: CaseId) => `/cases/${id}/equality`,
  restricted: (id: CaseId) => `/cases/${id}/equality/restricted`,
  newFactor: (id: CaseId) => `/cases/${id}/factors/new`,
  endFactor: (id: CaseId, factor: string) => `/cases/${id}/factors/${factor}/ending`,
  newAdvice: (id: CaseId) => `/cases/${id}/advice/new`,
  breakdown: '/needs/breakdown',
} as const;
