import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of housing options: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.housing,
  situation: (id: CaseId) => `/cases/${id}/housing/situation`,
  /** Their paper is one, and made with the plan. */
  onPaper: (id: CaseId) => `${casePaths.actionPlan(id)}/copies/new`,
  newAdvice: (id: CaseId) => `/cases/${id}/housing/advice/new`,
  correction: (id: CaseId, advice: string) => `/cases/${id}/housing/advice/${advice}/correction`,
} as const;
