import type { CaseId } from '#rules/facts.ts';

/** Every address about a level of risk and what may change it: neutral, and ids only. */
export const ratingPaths = {
  risk: (id: CaseId) => `/cases/${id}/risk`,
  history: (id: CaseId) => `/cases/${id}/risk/history.svg`,
  level: (id: CaseId) => `/cases/${id}/risk/level`,
  proposal: (id: CaseId, proposal: string) => `/cases/${id}/risk/proposals/${proposal}`,
  newView: (id: CaseId) => `/cases/${id}/risk/views/new`,
  changes: (id: CaseId) => `/cases/${id}/risk/changes`,
  newChange: (id: CaseId) => `/cases/${id}/risk/changes/new`,
  dates: (id: CaseId) => `/cases/${id}/risk/dates`,
  newDate: (id: CaseId) => `/cases/${id}/risk/dates/new`,
  endDate: (id: CaseId, date: string) => `/cases/${id}/risk/dates/${date}/ending`,
  area: (id: CaseId) => `/cases/${id}/risk/area`,
} as const;

/** What a landlord sets about risk: thresholds here, questions beside them. */
export const thresholdPaths = {
  questions: '/risk/instruments',
  all: '/risk/thresholds',
  newThreshold: '/risk/thresholds/new',
  threshold: (threshold: string) => `/risk/thresholds/${threshold}`,
  decideThreshold: (threshold: string) => `/risk/thresholds/${threshold}/decision`,
  withdrawThreshold: (threshold: string) => `/risk/thresholds/${threshold}/withdrawal`,
  newArea: '/risk/areas/new',
  takePathway: '/risk/pathways/new',
  area: (area: string) => `/risk/areas/${area}`,
  newMeeting: (area: string) => `/risk/areas/${area}/meetings/new`,
  newCheck: (line: string) => `/risk/lines/${line}/checks/new`,
} as const;
