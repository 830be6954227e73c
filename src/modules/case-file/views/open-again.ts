import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { paths } from '../paths.ts';
import { type RiskAfterClosing, riskAfterClosing } from '../risk-after-closing.ts';
import type { CaseModel } from './model.ts';

/** Somebody said that the risk is medium or high, and nobody works on the case any more. */
export function openAgain({ file }: { readonly file: RiskAfterClosing & Pick<CaseModel['file'], 'id'> }) {
  if (!riskAfterClosing(file)) return undefined;
  return asking(file.id);
}

function asking(id: CaseModel['file']['id']): Html {
  return html`${warningText({
    text: 'This case is closed, and a level of risk was proposed since. Nobody has judged it.',
  })}<p class="govuk-body"><a class="govuk-link" href="${paths.reopening(id)}">This case is closed. Open it again?</a>
    If not, <a class="govuk-link" href="${paths.riskLevel(id)}">judge the level and say why</a>.</p>`;
}
