import { dayInput } from '#kit/components/day-input.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import { boundsOf } from '../bounds.ts';
import { endingsAlone, endingsByTwo, tellings } from '../deciding.ts';
import { monthsOffered } from '../forms/space-forms.ts';
import type { Space } from '../store/rows.ts';
import { monthsInWords } from '../words.ts';

const head = (model: CaseModel, heading: string) => caseHead(model, 'Breathing space', heading);
const noneStands = html`<p class="govuk-body">None stands in this case.</p>`;

function lengths(model: CaseModel, form: FormState, nothing: string, legend: string): Html {
  return radios({
    ...kept(form, 'months'),
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      { value: '', text: nothing },
      ...monthsOffered(boundsOf(model.pack)).map((many) => ({
        value: String(many),
        text: monthsInWords(many),
      })),
    ],
  });
}

const inWords = (form: FormState, label: string, hint: string, name = 'words') =>
  textarea({
    ...kept(form, name),
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: 4,
  });

export function givePage(model: CaseModel, formModel: FormModel, space: Space | null): Html {
  const { form } = formModel;
  const { promised } = boundsOf(model.pack);
  if (space) return html`${head(model, 'Give breathing space')}<p class="govuk-body">One stands already.</p>`;
  return html`${head(model, 'Give breathing space')}
<p class="govuk-body">It stands from now on.${
    promised ? '' : ' The policy promises none: say that it is help of our own.'
  } Where an earlier one has ended, a manager decides about another; it stands until then.</p>
${caseForm(
  formModel,
  'Give it',
  html`${lengths(model, form, 'Not chosen yet: as long as it may', 'How long, as agreed with them?')}${inWords(
    form,
    'How was it agreed with them?',
    'When, in which way, and what they know: rent is still due',
  )}`,
)}`;
}

/** How they are, and how long it goes on. */
export function lookPage(model: CaseModel, formModel: FormModel, space: Space | null): Html {
  const heading = head(model, 'Look at breathing space');
  if (!space) return html`${heading}${noneStands}`;
  const { form } = formModel;
  return html`${heading}
<p class="govuk-body">It reaches to ${dateInWords(space.until)}. Ask them where it is safe: what has become of the
  arrears, do they have advice on money, do they still need it? Within a month somebody looks again.</p>
${caseForm(
  formModel,
  'Save',
  html`${lengths(
    model,
    form,
    `It stays as it is: to ${dateInWords(space.until)}`,
    'How long, counted from when it began?',
  )}${inWords(
    form,
    'How are they, and what do they still need it for?',
    'What they said; or why nobody could ask, and what you know',
  )}`,
)}`;
}

export function endingPage(model: CaseModel, formModel: FormModel, space: Space | null): Html {
  const heading = head(model, 'End breathing space');
  if (!space) return html`${heading}${noneStands}`;
  const { form } = formModel;
  return html`${heading}
<p class="govuk-body">From then on court action over income may go on. Nobody ends it alone without their wish:
  for that, ask a manager.</p>
${caseForm(
  formModel,
  'End it',
  html`${radios({
    ...kept(form, 'because'),
    fieldset: { legend: { text: 'Why does it end?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(endingsAlone),
  })}${radios({
    ...kept(form, 'told'),
    fieldset: { legend: { text: 'Do they know that it ends?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(tellings),
  })}${inWords(form, 'What was said', 'When and how they said so, or how it was looked at')}`,
)}`;
}

export function tellingPage(model: CaseModel, formModel: FormModel, space: Space | null): Html {
  const heading = head(model, 'They were told that it ended');
  if (!space) return html`${heading}<p class="govuk-body">Nobody has to be told.</p>`;
  const { form } = formModel;
  return html`${heading}${caseForm(
    formModel,
    'Save',
    html`${radios({
      ...kept(form, 'told'),
      fieldset: { legend: { text: 'Were they told?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(tellings.filter(({ value }) => value !== 'not_yet')),
    })}${inWords(form, 'How, or why not', 'In the agreed way, and what they said to it')}`,
  )}`;
}

export function newProposalPage(model: CaseModel, formModel: FormModel, space: Space | null): Html {
  const heading = head(model, 'Ask a manager about breathing space');
  if (!space) return html`${heading}${noneStands}`;
  const { form } = formModel;
  const { maxMonths } = boundsOf(model.pack);
  return html`${heading}
<p class="govuk-body">A manager other than you decides. Until then it stands as it is.</p>
${caseForm(
  formModel,
  'Propose it',
  html`${radios({
    ...kept(form, 'asks'),
    fieldset: { legend: { text: 'What do you propose?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'longer',
        text: `It lasts longer than ${monthsInWords(maxMonths)}`,
        conditional: {
          html: dayInput(form, 'until', { legend: 'Its last day', hint: 'For example 14 3 2027' }),
        },
      },
      {
        value: 'end',
        text: 'It ends sooner, without their asking',
        conditional: {
          html: radios({
            ...kept(form, 'because'),
            fieldset: { legend: { text: 'Because', classes: 'govuk-fieldset__legend--s' } },
            classes: 'govuk-radios--small',
            items: items(endingsByTwo),
          }),
        },
      },
    ],
  })}${inWords(form, 'Why', 'What you know, and what they say to it where somebody could ask', 'why')}`,
)}`;
}
