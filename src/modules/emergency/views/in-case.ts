import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, type FormModel, verbatim } from '#modules/cases/pure.ts';
import type { StaffId, Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { endOf, findings, isRunning, reasons } from '../emergency.ts';
import { paths } from '../paths.ts';
import type { Use } from '../store/uses.ts';
import { endingForm } from './use.ts';

export interface UsesInCaseModel extends CaseModel {
  readonly uses: readonly Use[];
  /** Who looks: they may end their own, a manager anybody's. */
  readonly own: StaffId;
  readonly manages: Verdict;
}

/** Who was let in without being let in, and why: for those who work on the case (V3.2). */
export function usesInCasePage(model: UsesInCaseModel, formModel: () => FormModel): Html {
  const { uses } = model;
  return html`${caseHead(model, 'Access', 'Emergency access to this case')}
<p class="govuk-body">Colleagues who were not let into this case and opened it because something could not wait. The data protection officer reviews each time.</p>
${uses.length === 0 ? html`<p class="govuk-body">Nobody has used it.</p>` : list(model, formModel)}`;
}

function list(model: UsesInCaseModel, formModel: () => FormModel): Html {
  const { uses, calendar, now, own, manages, file } = model;
  return table({
    caption: 'Who used emergency access',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'Who' }, { text: 'From' }, { text: 'Until' }, { text: 'Why' }, { text: 'Review' }],
    rows: uses.map((use) => {
      const end = endOf(use);
      const mayEnd = isRunning(use, now) && (use.staffId === own || manages.allowed);
      return [
        { text: use.staffName },
        { text: momentInWords(use.at, calendar) },
        {
          html: html`<div>${end && momentInWords(end, calendar)}${use.endedByName && `, ended by ${use.endedByName}`}${
            mayEnd && endingForm(formModel(), paths.endingInCase(file.id, use.id), 'End it now')
          }</div>`,
        },
        { html: html`<div>${labelOf(reasons, use.reason)}${verbatim(use.words)}</div>` },
        { text: use.finding === null ? 'Not yet' : labelOf(findings, use.finding) },
      ];
    }),
  });
}
