import type { CaseId } from '#rules/facts.ts';

/** Addresses of changes of tenancies that are held: neutral, and ids only. */
export const paths = {
  list: '/tenancy-events',
  enter: '/tenancy-events/new',
  event: (id: string) => `/tenancy-events/${id}`,
  answer: (id: string) => `/tenancy-events/${id}/answer`,
  handOn: (id: string) => `/tenancy-events/${id}/handing-on`,
  ofCase: (id: CaseId) => `/cases/${id}/tenancy-events`,
  finding: (id: CaseId, check: string) => `/cases/${id}/tenancy-events/${check}/finding`,
  decision: (id: CaseId, answer: string) => `/cases/${id}/tenancy-events/answers/${answer}`,
  withdrawal: (id: CaseId, answer: string) => `/cases/${id}/tenancy-events/answers/${answer}/withdrawal`,
  newChange: (id: CaseId) => `/cases/${id}/tenancy-changes/new`,
  change: (id: CaseId, change: string) => `/cases/${id}/tenancy-changes/${change}`,
  changeItem: (id: CaseId, change: string) => `/cases/${id}/tenancy-changes/${change}/item`,
  changeStep: (id: CaseId, change: string) => `/cases/${id}/tenancy-changes/${change}/step`,
} as const;
