import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
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
  tenureInWords,
} from '#modules/case-file/pure.ts';
import { type Choice, tenancyTypes } from '#rules/words.ts';
import { childrenAnswers, holders, jurisdictions, relations, wishes } from '../situation.ts';

/** What decides which options there are. Not known is an answer: it takes nothing away. */
export function situationPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const asked = (name: string, text: string, choices: readonly Choice[], hint?: string) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      ...(hint !== undefined && { hint: { text: hint } }),
      classes: 'govuk-radios--small',
      items: items(choices),
    });
  return html`${caseHead(model, 'Housing options', 'How things stand with the home')}
${insetText({ text: `Our register says: ${tenureInWords(model)}. It may be wrong: look at the agreement.` })}
${caseForm(
  formModel,
  'Save',
  html`${select({
    ...kept(form, 'tenancyType'),
    label: { text: 'Which kind of tenancy or lease is it?', classes: 'govuk-label--s' },
    items: optionItems(tenancyTypes, 'Choose'),
  })}${asked('holder', 'Who holds it?', holders)}${asked(
    'relation',
    'What are they and whoever they fear to each other?',
    relations,
    'It decides which orders a court can make. Where they fear more than one, take who lives in the home',
  )}${asked('children', 'Are there children of one of them?', childrenAnswers)}${asked(
    'wish',
    'What would they like?',
    wishes,
    'Only what they said. It may change, and each time stays on record',
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their own words', classes: 'govuk-label--s' },
    rows: 3,
  })}${asked('jurisdiction', 'Where is the home?', jurisdictions)}`,
)}`;
}
