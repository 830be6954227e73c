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
  reading: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/reading`,
  file: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/file`,
  paper: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/paper`,
  sent: (id: CaseId, share: string, sent: string) => `/cases/${id}/shares/${share}/sent/${sent}`,
  sentReading: (id: CaseId, share: string, sent: string) =>
    `/cases/${id}/shares/${share}/sent/${sent}/reading`,
  link: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/link`,
  revokeLink: (id: CaseId, share: string, link: string) =>
    `/cases/${id}/shares/${share}/links/${link}/revocation`,
  agencies: '/agencies',
  endDomain: (domain: string) => `/agencies/${domain}/ending`,
  doubt: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/doubt`,
  correction: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/correction`,
  sendCorrection: (id: CaseId, share: string) => `/cases/${id}/shares/new?corrects=${share}`,
  dropShare: (id: CaseId, share: string) => `/cases/${id}/shares/${share}/dropping`,
  endRecipient: (id: CaseId, recipient: string) => `/cases/${id}/recipients/${recipient}/ending`,
} as const;
