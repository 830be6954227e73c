import type { CaseModel } from '#modules/cases/pure.ts';
import type { AssessmentSummary, ReceivedSummary } from '../assessment.ts';
import type { ItemChange } from '../change.ts';
import type { Prompt } from '../prompts.ts';
import type { DateOnFile } from '../store/known-dates.ts';
import type { LoweringOnFile } from '../store/lowerings.ts';
import type { ViewOnFile } from '../store/own-views.ts';
import type { Rating } from '../store/ratings.ts';
import type { TriggerOnFile } from '../store/standing.ts';
import type { CaseThreshold } from '../store/thresholds.ts';

/** What the risk page of a case shows, part by part. */
export interface RiskModel extends CaseModel {
  /** Newest first. */
  readonly ratings: readonly Rating[];
  /** What would lower it, or would have. */
  readonly lowerings: readonly LoweringOnFile[];
  readonly views: readonly ViewOnFile[];
  readonly dates: readonly DateOnFile[];
  readonly triggers: readonly TriggerOnFile[];
  readonly local: CaseThreshold;
  readonly assessments: readonly AssessmentSummary[];
  readonly received: readonly ReceivedSummary[];
  readonly prompts: readonly Prompt[];
  /** Since the assessment before the last one; null: there is none to compare. */
  readonly changes: readonly ItemChange[] | null;
}
