import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { endOf, findings, isRunning, reasons } from '../emergency.ts';
import { paths } from '../paths.ts';
import type { Use } from '../store/emergency-uses.ts';
import { endingForm } from './emergency-use.ts';

export interface UsesInCaseModel extends CaseModel {
  readonly uses: readonly Use[];
  /** Whether whoever looks may end it now. */
  readonly mayEnd: (use: Use) => Verdict;
}

/** Who was let in without being let in, and why: for those who work on the case (V3.2). */
export function usesInCasePage(model: UsesInCaseModel, formModel: () => FormModel): Html {
  const { uses } = model;
  return html`${caseHead(model, 'Access', 'Emergency access to this case')}
<p class="govuk-body">Colleagues who were not let into this case and opened it because something could not wait. The data protection officer reviews each time.</p>
${uses.length === 0 ? html`<p class="govuk-body">Nobody has used it.</p>` : list(model, formModel)}`;
}

function list(model: UsesInCaseModel, formModel: () => FormModel): Html {
  const { uses, calendar, now, mayEnd, file, pack } = model;
  return table({
    caption: 'Who used emergency access',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'Who' }, { text: 'From' }, { text: 'Until' }, { text: 'Why' }, { text: 'Review' }],
    rows: uses.map((use) => {
      const end = endOf(use);
      return [
        { text: use.staffName },
        { text: momentInWords(use.at, calendar) },
        {
          html: html`<div>${end && momentInWords(end, calendar)}${use.endedByName && `, ended by ${use.endedByName}`}${isRunning(use, now) && ending(pack, mayEnd(use), formModel, paths.endingInCase(file.id, use.id))}</div>`,
        },
        { html: html`<div>${labelOf(reasons, use.reason)}${verbatim(use.words)}</div>` },
        { text: use.finding === null ? 'Not yet' : labelOf(findings, use.finding) },
      ];
    }),
  });
}

/** The way to end it, or who may. */
function ending(pack: Pack, verdict: Verdict, formModel: () => FormModel, action: string): Html {
  if (!verdict.allowed) return html`<p class="govuk-hint">${because(pack, verdict)}</p>`;
  return endingForm(formModel(), action, 'End it now');
}
