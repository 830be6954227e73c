import { button } from '#kit/components/button.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/cases/pure.ts';
import type { AssessmentSummary, ReceivedSummary } from '../assessment.ts';
import type { ItemChange } from '../change.ts';
import type { Prompt } from '../prompts.ts';
import { ratingPaths as paths } from '../rating-paths.ts';
import type { DateOnFile } from '../store/known-dates.ts';
import type { LoweringOnFile } from '../store/lowerings.ts';
import type { ViewOnFile } from '../store/own-views.ts';
import type { Rating } from '../store/ratings.ts';
import type { TriggerOnFile } from '../store/standing.ts';
import type { CaseThreshold } from '../store/thresholds.ts';
import { assessmentsPart, receivedPart } from './assessed.ts';
import { datesPart } from './dates.ts';
import { historyPart } from './history.ts';
import { levelPart } from './level-now.ts';
import { viewsPart } from './own-views.ts';
import { changedPart, promptsPart } from './prompts.ts';

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

/** Everything about the risk of a case: how high, why, what to think of, and when it is looked at again. */
export function riskPage(model: RiskModel): Html {
  return html`${caseHead(model, 'Risk', 'Risk', actions(model))}
${levelPart(model)}
${promptsPart(model)}
${changedPart(model)}
${viewsPart(model)}
${datesPart(model)}
${assessmentsPart(model)}
${receivedPart(model)}
${historyPart(model)}`;
}

function actions({ file, ratings }: RiskModel): Html {
  const { id } = file;
  return html`<div class="govuk-button-group">${button({
    text: ratings.length > 0 ? 'Review the level' : 'Rate the risk',
    href: paths.level(id),
  })}${button({
    text: 'Something changed',
    href: paths.newChange(id),
    classes: 'govuk-button--secondary',
  })}</div>`;
}
