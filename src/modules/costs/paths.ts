import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

const at = (id: CaseId, more: string) => `${casePaths.costs(id)}/${more}`;

/** Addresses of what it costs: neutral, and ids only. */
export const paths = {
  totals: '/costs',
  file: '/costs.csv',
  rates: '/costs/rates',
  ofCase: casePaths.costs,
  newCost: (id: CaseId) => at(id, 'new'),
  fund: (id: CaseId, cost: string) => at(id, `${cost}/fund`),
  costCorrection: (id: CaseId, cost: string) => at(id, `${cost}/correction`),
  newTime: (id: CaseId) => at(id, 'time/new'),
  timeCorrection: (id: CaseId, time: string) => at(id, `time/${time}/correction`),
  newAvoided: (id: CaseId) => at(id, 'avoided/new'),
  avoidedCorrection: (id: CaseId, avoided: string) => at(id, `avoided/${avoided}/correction`),
} as const;
