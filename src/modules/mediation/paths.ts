import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

const one = (id: CaseId, mediation: string) => `/cases/${id}/mediation/${mediation}`;

/** Addresses of mediation: ids only. */
export const paths = {
  ofCase: casePaths.mediation,
  begin: (id: CaseId) => `/cases/${id}/mediation/new`,
  one,
  wish: (id: CaseId, mediation: string) => `${one(id, mediation)}/wish`,
  test: (id: CaseId, mediation: string) => `${one(id, mediation)}/test`,
  advice: (id: CaseId, mediation: string) => `${one(id, mediation)}/advice`,
  manager: (id: CaseId, mediation: string) => `${one(id, mediation)}/manager`,
  decision: (id: CaseId, decision: string) => `/cases/${id}/mediation/decisions/${decision}`,
  withdrawal: (id: CaseId, decision: string) => `/cases/${id}/mediation/decisions/${decision}/withdrawal`,
  arrangement: (id: CaseId, mediation: string) => `${one(id, mediation)}/arrangement`,
  outcome: (id: CaseId, mediation: string) => `${one(id, mediation)}/outcome`,
  stopping: (id: CaseId, mediation: string) => `${one(id, mediation)}/stopping`,
} as const;
