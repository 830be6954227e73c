import type { CaseModel } from '#modules/case-file/pure.ts';
import type { LoweringOnFile } from '../store/lowerings.ts';
import type { MeetingOnFile } from '../store/meetings.ts';
import type { Rating } from '../store/ratings.ts';
import type { TriggerOnFile } from '../store/standing.ts';
import type { CaseThreshold } from '../store/thresholds.ts';

/** What a page of a case shows of its level. */
export interface LevelModel extends CaseModel {
  /** Newest first. */
  readonly ratings: readonly Rating[];
  /** What would lower it, or would have. */
  readonly lowerings: readonly LoweringOnFile[];
  readonly triggers: readonly TriggerOnFile[];
  readonly local: CaseThreshold;
  /** How a high risk is heard where this case is. */
  readonly meetings: readonly MeetingOnFile[];
}
