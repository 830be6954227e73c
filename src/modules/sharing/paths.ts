import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of what was agreed and shared: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.sharing,
  ask: (id: CaseId) => `/cases/${id}/consents/new`,
  askAgain: (id: CaseId, consent: string) => `/cases/${id}/consents/new?again=${consent}`,
  consent: (id: CaseId, consent: string) => `/cases/${id}/consents/${consent}`,
  changeConsent: (id: CaseId, consent: string) => `/cases/${id}/consents/${consent}/change`,
  decide: (id: CaseId) => `/cases/${id}/shares/new`,
  share: (id: CaseId, share: string) => `/cases/${id}/shares/${share}`,
  dropShare: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/dropping`,
  endRecipient: (id: CaseId, recipient: string) => `/cases/${id}/recipients/${recipient}/ending`,
} as const;
