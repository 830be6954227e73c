import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
} from '#modules/case-file/pure.ts';
import { type Listed, partOf, partsFor } from '../advise.ts';
import { fieldOf, legalAnswers, outcomes, sayings, waysOfAdvising } from '../said.ts';
import type { SituationRow } from '../store/situations.ts';
import { headings } from './of-case.ts';

interface Facts {
  readonly known: SituationRow;
  readonly listed: readonly Listed[];
}

/** What was gone through: an option that nobody reached is left blank, which says nothing. */
export function advicePage(model: CaseModel, formModel: FormModel, { known, listed }: Facts): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Housing options', 'What was gone through')}
<p class="govuk-body">Leave blank what you did not reach: nobody is expected to hear of everything at once.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'outcome'),
    fieldset: { legend: { text: 'What did you speak of?', classes: 'govuk-fieldset__legend--s' } },
    items: items(outcomes),
  })}${partsFor(known.wish).map((part) => {
    const these = listed.filter(({ option }) => partOf(option) === part);
    if (these.length === 0) return undefined;
    return html`<h2 class="govuk-heading-m">${headings[part]}</h2>${these.map(({ option }) =>
      select({
        ...kept(form, fieldOf(option.id)),
        label: { text: option.called },
        items: optionItems(sayings, 'Not reached'),
      }),
    )}`;
  })}<h2 class="govuk-heading-m">And then</h2>${radios({
    ...kept(form, 'legal'),
    fieldset: { legend: { text: 'Independent legal advice', classes: 'govuk-fieldset__legend--s' } },
    items: items(legalAnswers),
  })}${textarea({
    ...kept(form, 'legalWhy'),
    label: { text: 'If it was not offered: why?', classes: 'govuk-label--s' },
    rows: 2,
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they said, in their own words', classes: 'govuk-label--s' },
    rows: 4,
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How did you speak of it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfAdvising),
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${dayInput(form, 'again', {
    legend: 'The day on which you speak of it again',
    hint: 'Only a day that they agreed to. Leave it empty where they say when',
  })}`,
)}`;
}
