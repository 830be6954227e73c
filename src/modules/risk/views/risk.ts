import { button } from '#kit/components/button.ts';
import { type Html, html } from '#kit/html.ts';
import { assessmentsPart, receivedPart } from '#modules/assessments/pure.ts';
import { caseHead } from '#modules/case-file/pure.ts';
import { historyPart, levelPart, ratingPaths as paths } from '#modules/risk-level/pure.ts';
import { datesPart } from './dates.ts';
import type { RiskModel } from './model.ts';
import { viewsPart } from './own-views.ts';
import { changedPart, promptsPart } from './prompts.ts';

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
