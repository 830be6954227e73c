import type { CaseModel } from '#modules/case-file/pure.ts';
import type { PlanNow } from '../now.ts';

/** What every page of a plan is made from. */
export interface PlanModel extends CaseModel {
  readonly plan: PlanNow;
}
