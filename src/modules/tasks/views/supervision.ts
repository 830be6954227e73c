import { dayInput } from '#kit/components/day-input.ts';
import { details } from '#kit/components/details.ts';
import { fieldset } from '#kit/components/fieldset.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { actionFields } from '../forms/supervision-form.ts';
import type { SupervisionOnFile } from '../store/supervisions.ts';
import { mostActions, workerStandings } from '../supervision.ts';
import { reviewsOf } from './reviews.ts';

export interface NewSupervisionModel {
  readonly offered: readonly Colleague[];
  readonly reviews: readonly SupervisionOnFile[];
  readonly may: Verdict;
}

const others = Array.from({ length: mostActions - 1 }, (_, index) => index + 2);

/** A manager's review of a case; how the worker is stands in a part of its own, and is kept elsewhere. */
export function newSupervisionPage(
  model: CaseModel,
  formModel: FormModel,
  { offered, reviews, may }: NewSupervisionModel,
): Html {
  const { form } = formModel;
  const lead = model.file.leadName;
  if (!may.allowed)
    return html`${caseHead(model, 'Tasks', 'Review this case')}<p class="govuk-body">${because(model.pack, may)}</p>
<h2 class="govuk-heading-m">Earlier reviews</h2>${reviewsOf(reviews, model.calendar)}`;
  return html`${caseHead(model, 'Tasks', 'Review this case')}
<p class="govuk-body">${lead ? `With ${lead}, who leads it.` : 'Nobody leads this case yet.'} Safety, the plan,
  what helps and what stands in the way.</p>${caseForm(
    formModel,
    'Save the review',
    html`${momentInput(form, 'held', { legend: 'When was it?' })}${textarea({
      ...kept(form, 'discussed'),
      label: { text: 'What did you discuss?', classes: 'govuk-label--s' },
      hint: { text: 'It becomes part of the case’s record' },
      rows: 8,
    })}${action(formModel, offered, 1)}${details({
      summaryText: 'More that you agreed',
      open: others.some((number) => Boolean(form.values[actionFields(number).what])),
      html: html`${others.map((number) => action(formModel, offered, number))}`,
    })}${lead && wellbeing(formModel, lead)}`,
  )}
<h2 class="govuk-heading-m">Earlier reviews</h2>${reviewsOf(reviews, model.calendar)}`;
}

function action({ form }: FormModel, offered: readonly Colleague[], number: number): Html {
  const fields = actionFields(number);
  return fieldset({
    legend: { text: `Agreed action ${number} (optional)`, classes: 'govuk-fieldset__legend--s' },
    html: html`${input({ ...kept(form, fields.what), label: { text: 'What is to be done' } })}${select({
      ...kept(form, fields.owner),
      label: { text: 'Who does it' },
      items: [
        { value: '', text: 'Choose a colleague' },
        ...offered.map(({ id, name }) => ({ value: id as string, text: name })),
      ],
    })}${dayInput(form, fields.due, { legend: 'By when' })}`,
  });
}

function wellbeing({ form }: FormModel, lead: string): Html {
  return fieldset({
    legend: { text: `How is ${lead}? (optional)`, classes: 'govuk-fieldset__legend--m' },
    html: html`<p class="govuk-body">Kept apart from this case: only the two of you see it.</p>${radios({
      ...kept(form, 'standing'),
      fieldset: { legend: { text: 'How they are', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(workerStandings),
    })}${textarea({
      ...kept(form, 'wellbeing'),
      label: { text: 'What was said, and what would help', classes: 'govuk-label--s' },
      hint: { text: 'Nothing about anybody in a case' },
      rows: 4,
    })}`,
  });
}
