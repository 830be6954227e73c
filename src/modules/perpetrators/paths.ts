import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

const one = (id: CaseId, action: string) => `/cases/${id}/enforcement/${action}`;

/** Addresses of what is done about whoever is feared: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.enforcement,
  begin: (id: CaseId) => `/cases/${id}/enforcement/new`,
  programmeSafety: (id: CaseId) => `/cases/${id}/enforcement/programme-safety`,
  action: one,
  view: (id: CaseId, action: string) => `${one(id, action)}/view`,
  test: (id: CaseId, action: string) => `${one(id, action)}/test`,
  manager: (id: CaseId, action: string) => `${one(id, action)}/manager`,
  decision: (id: CaseId, decision: string) => `/cases/${id}/enforcement/decisions/${decision}`,
  withdrawal: (id: CaseId, decision: string) => `/cases/${id}/enforcement/decisions/${decision}/withdrawal`,
  telling: (id: CaseId, action: string) => `${one(id, action)}/telling`,
  taking: (id: CaseId, action: string) => `${one(id, action)}/taking`,
  outcome: (id: CaseId, action: string) => `${one(id, action)}/outcome`,
  dropping: (id: CaseId, action: string) => `${one(id, action)}/dropping`,
} as const;
