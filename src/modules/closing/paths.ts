import type { CaseId } from '#rules/facts.ts';

/** Addresses of pausing, closing and coming back: neutral, and ids only. */
export const paths = {
  closing: (id: CaseId) => `/cases/${id}/closing`,
  newPause: (id: CaseId) => `/cases/${id}/pauses/new`,
  endPause: (id: CaseId, pause: string) => `/cases/${id}/pauses/${pause}/ending`,
  pauseProposal: (id: CaseId, proposal: string) => `/cases/${id}/pauses/proposed/${proposal}`,
  pauseWithdrawal: (id: CaseId, proposal: string) => `/cases/${id}/pauses/proposed/${proposal}/withdrawal`,
  newClosing: (id: CaseId) => `/cases/${id}/closings/new`,
  closingDecision: (id: CaseId, closing: string) => `/cases/${id}/closings/${closing}`,
  withdrawal: (id: CaseId, closing: string) => `/cases/${id}/closings/${closing}/withdrawal`,
  newOutcome: (id: CaseId) => `/cases/${id}/outcomes/new`,
  reopening: (id: CaseId) => `/cases/${id}/reopening`,
} as const;
