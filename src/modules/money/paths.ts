import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** Addresses of what is said of money: neutral, and ids only. */
export const paths = {
  ofCase: casePaths.money,
  newMatter: (id: CaseId) => `/cases/${id}/money/new`,
  step: (id: CaseId, matter: string) => `/cases/${id}/money/${matter}/step`,
  matterCorrection: (id: CaseId, matter: string) => `/cases/${id}/money/${matter}/correction`,
  newGain: (id: CaseId) => `/cases/${id}/money/gains/new`,
  gainCorrection: (id: CaseId, gain: string) => `/cases/${id}/money/gains/${gain}/correction`,
} as const;
