import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of what is said the other way round: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.otherAccounts,
  said: (id: CaseId) => `/cases/${id}/other-accounts/new`,
  asking: (id: CaseId) => `/cases/${id}/other-accounts/asking`,
  judge: (id: CaseId) => `/cases/${id}/other-accounts/judgement`,
  judgement: (id: CaseId, judgement: string) => `/cases/${id}/other-accounts/judgements/${judgement}`,
  withdrawal: (id: CaseId, judgement: string) =>
    `/cases/${id}/other-accounts/judgements/${judgement}/withdrawal`,
  apart: '/two-cases',
} as const;
