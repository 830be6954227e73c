import type { CaseModel } from '#modules/case-file/pure.ts';
import type { Expected } from '../double-booking.ts';
import type { Planned } from '../store/rows.ts';
import type { Held } from '../store/still-agreed.ts';

/** What one visit or call is shown from. */
export interface PlannedModel extends CaseModel {
  readonly planned: Held<Planned>;
  /** Whether whoever looks is one of those who went. */
  readonly went: boolean;
  /** When those who go are expected somewhere else as well. */
  readonly elsewhere: readonly Expected[];
  readonly csrf: string;
  readonly newSubmission: () => string;
}
