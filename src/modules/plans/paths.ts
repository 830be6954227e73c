import type { CaseId } from '#rules/facts.ts';

/** Every address of a plan: neutral, and ids only. */
export const paths = {
  plan: (id: CaseId) => `/cases/${id}/plan`,
  words: (id: CaseId) => `/cases/${id}/plan/draft`,
  agreement: (id: CaseId) => `/cases/${id}/plan/agreement`,
  newAction: (id: CaseId) => `/cases/${id}/plan/actions/new`,
  action: (id: CaseId, action: string) => `/cases/${id}/plan/actions/${action}`,
  place: (id: CaseId, action: string) => `/cases/${id}/plan/actions/${action}/place`,
  outcome: (id: CaseId, action: string) => `/cases/${id}/plan/actions/${action}/outcome`,
  reopening: (id: CaseId, action: string) => `/cases/${id}/plan/actions/${action}/reopening`,
  version: (id: CaseId, version: string) => `/cases/${id}/plan/versions/${version}`,
  newCopy: (id: CaseId) => `/cases/${id}/plan/copies/new`,
  copy: (id: CaseId, copy: string) => `/cases/${id}/plan/copies/${copy}`,
  print: (id: CaseId, copy: string) => `/cases/${id}/plan/copies/${copy}/print`,
  /** Before the large words: who would learn them. */
  together: (id: CaseId) => `/cases/${id}/plan/together`,
  aloud: (id: CaseId) => `/cases/${id}/plan/aloud`,
} as const;
