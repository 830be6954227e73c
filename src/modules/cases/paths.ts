import type { CaseId } from '#rules/facts.ts';

/** Every address of a case: neutral, and ids only. */
export const paths = {
  caseload: '/cases',
  team: '/cases/team',
  overview: (id: CaseId) => `/cases/${id}`,
  children: (id: CaseId) => `/cases/${id}/children`,
  entries: (id: CaseId) => `/cases/${id}/entries`,
  newEntry: (id: CaseId) => `/cases/${id}/entries/new`,
  correction: (id: CaseId, entry: string) => `/cases/${id}/entries/${entry}/correction`,
  people: (id: CaseId) => `/cases/${id}/people`,
  newPerson: (id: CaseId) => `/cases/${id}/people/new`,
  searchPeople: (id: CaseId) => `/cases/${id}/people/search`,
  endPerson: (id: CaseId, person: string) => `/cases/${id}/people/${person}/ending`,
  contact: (id: CaseId) => `/cases/${id}/contact`,
  newSafeContact: (id: CaseId) => `/cases/${id}/contact/new`,
  newContact: (id: CaseId) => `/cases/${id}/contacts/new`,
  newPlan: (id: CaseId) => `/cases/${id}/plans/new`,
  plan: (plan: string) => `/plans/${plan}`,
  access: (id: CaseId) => `/cases/${id}/access`,
  newGrant: (id: CaseId) => `/cases/${id}/access/new`,
  restriction: (id: CaseId) => `/cases/${id}/access/restriction`,
  endGrant: (id: CaseId, grant: string) => `/cases/${id}/access/${grant}/ending`,
  emergency: (id: CaseId) => `/cases/${id}/emergency-access`,
  newConflict: (id: CaseId) => `/cases/${id}/conflicts/new`,
  endConflict: (id: CaseId, conflict: string) => `/cases/${id}/conflicts/${conflict}/ending`,
  allocation: (id: CaseId) => `/cases/${id}/allocation`,
} as const;
