import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import type { Choice } from '#rules/words.ts';
import { deeds, gainKinds, matterKinds, waysKnown, waysOfSaying } from '../matters.ts';
import type { Matter } from '../store/matters.ts';
import { matterInWords } from '../words.ts';

const asked = ({ form }: FormModel, field: string, text: string, choices: readonly Choice[]) =>
  radios({
    ...kept(form, field),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    items: items(choices),
  });

const said = ({ form }: FormModel, text: string, hint?: string) =>
  textarea({
    ...kept(form, 'words'),
    label: { text, classes: 'govuk-label--s' },
    ...(hint && { hint: { text: hint } }),
    rows: 4,
  });

const adviser = ({ form }: FormModel, text: string) =>
  input({
    ...kept(form, 'adviser'),
    label: { text, classes: 'govuk-label--s' },
    hint: { text: 'A name and an organisation' },
  });

export function matterPage(model: CaseModel, form: FormModel): Html {
  return html`${caseHead(model, 'Money', 'What they say')}
<p class="govuk-body">As they say it. Nobody asks for proof, and a blank is not a no.</p>
${caseForm(
  form,
  'Save',
  html`${asked(form, 'kind', 'What is it about?', matterKinds)}${said(
    form,
    'What they say, in their own words',
    'In whose name it is, how it came about, and what they are afraid of',
  )}${asked(form, 'way', 'How did they tell us?', waysOfSaying)}${dayInput(form.form, 'happened', {
    legend: 'On which day?',
  })}`,
)}`;
}

const steps: readonly Choice[] = [
  { value: 'reviewed', label: 'An adviser looked at it' },
  { value: 'done', label: 'Something was done', hint: 'Only once an adviser has looked at it' },
  {
    value: 'not_wanted',
    label: 'They would rather leave it as it is',
    hint: 'Theirs to decide, and no failing',
  },
];

export function stepPage(model: CaseModel, form: FormModel, matter: Matter): Html {
  return html`${caseHead(model, 'Money', 'What became of it')}
<p class="govuk-body"><strong>${matterInWords(matter)}</strong></p>${verbatim(matter.words)}
${caseForm(
  form,
  'Save',
  html`${asked(form, 'step', 'What became of it?', steps)}${adviser(form, 'If an adviser looked at it: who?')}${asked(
    form,
    'deed',
    'If something was done: what?',
    deeds,
  )}${said(form, 'What was found, done or said', 'Why it is fair, where we decided that')}${dayInput(
    form.form,
    'happened',
    { legend: 'On which day?' },
  )}`,
)}`;
}

export function gainPage(model: CaseModel, form: FormModel): Html {
  const money = (field: string, text: string) =>
    input({
      ...kept(form.form, field),
      label: { text, classes: 'govuk-label--s' },
      ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
    });
  return html`${caseHead(model, 'Money', 'What advice brought')}
<p class="govuk-body">What came because somebody advised them. What they decided against is no loss and stands
nowhere.</p>
${caseForm(
  form,
  'Save',
  html`${asked(form, 'kind', 'What is it?', gainKinds)}${money('once', 'What came once')}${money(
    'weekly',
    'What comes each week',
  )}${asked(form, 'known', 'How do we know?', waysKnown)}${adviser(form, 'Who advised?')}${said(
    form,
    'Anything else',
  )}${dayInput(form.form, 'happened', { legend: 'From which day?' })}`,
)}`;
}
