import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of breathing space in a case: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.breathingSpace,
  begin: (id: CaseId) => `/cases/${id}/breathing-space/new`,
  look: (id: CaseId) => `/cases/${id}/breathing-space/look`,
  ending: (id: CaseId) => `/cases/${id}/breathing-space/ending`,
  telling: (id: CaseId) => `/cases/${id}/breathing-space/telling`,
  newProposal: (id: CaseId) => `/cases/${id}/breathing-space/proposals/new`,
  proposal: (id: CaseId, proposal: string) => `/cases/${id}/breathing-space/proposals/${proposal}`,
  withdrawal: (id: CaseId, proposal: string) =>
    `/cases/${id}/breathing-space/proposals/${proposal}/withdrawal`,
  newRespite: (id: CaseId) => `/cases/${id}/debt-respite/new`,
  respite: (id: CaseId, respite: string) => `/cases/${id}/debt-respite/${respite}`,
} as const;
