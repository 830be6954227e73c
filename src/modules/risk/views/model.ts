import type { AssessmentsModel } from '#modules/assessments/pure.ts';
import type { LevelModel } from '#modules/risk-level/pure.ts';
import type { ItemChange } from '../change.ts';
import type { Prompt } from '../prompts.ts';
import type { DateOnFile } from '../store/known-dates.ts';
import type { ViewOnFile } from '../store/own-views.ts';

/** What the page about the risk of a case is made from. */
export interface RiskModel extends LevelModel, AssessmentsModel {
  readonly views: readonly ViewOnFile[];
  readonly dates: readonly DateOnFile[];
  readonly prompts: readonly Prompt[];
  /** Since the assessment before the last one; null: there is none to compare. */
  readonly changes: readonly ItemChange[] | null;
}
