import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Allocation } from '../store/allocations.ts';
import { colleagueItems } from './access.ts';

/** Colleagues with a conflict are not on the list, and nothing says so. */
export function allocationPage(
  model: CaseModel,
  formModel: FormModel,
  {
    offered,
    history,
    may,
  }: {
    readonly offered: readonly Colleague[];
    readonly history: readonly Allocation[];
    readonly may: Verdict;
  },
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Overview', 'Who leads this case')}${meanwhile}
<p class="govuk-body">Lead now: <strong>${model.file.leadName ?? 'nobody yet'}</strong></p>
${
  may.allowed
    ? caseForm(
        formModel,
        'Save',
        html`${select({
          ...kept(form, 'staffId'),
          label: { text: 'Lead from now on', classes: 'govuk-label--s' },
          items: colleagueItems(offered),
        })}${input({
          ...kept(form, 'reason'),
          label: { text: 'Why this colleague?', classes: 'govuk-label--s' },
        })}`,
      )
    : html`<p class="govuk-body">${because(model.pack, may)}</p>`
}
<h2 class="govuk-heading-m">Before</h2>
${
  history.length === 0
    ? html`<p class="govuk-body">Nobody has led this case yet.</p>`
    : table({
        head: [{ text: 'Lead' }, { text: 'From' }, { text: 'Chosen by' }, { text: 'Why' }],
        classes: 'lintel-table--cards',
        rows: history.map((each) => [
          { text: each.staffName },
          { text: momentInWords(each.allocatedAt, model.calendar) },
          { text: each.allocatedByName ?? 'Lintel' },
          { text: each.reason },
        ]),
      })
}`;
}
