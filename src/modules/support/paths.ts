import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of offers: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.support,
  newOffer: (id: CaseId) => `/cases/${id}/support/new`,
  offer: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}`,
  answer: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/answer`,
  details: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/details`,
  approval: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/approval`,
  order: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/order`,
  delivery: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/delivery`,
  confirmation: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/confirmation`,
  ending: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/ending`,
  correction: (id: CaseId, offer: string) => `/cases/${id}/support/${offer}/correction`,
} as const;
