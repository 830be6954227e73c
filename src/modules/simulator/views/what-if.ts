import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { dueInWords, promisesOf } from '../change.ts';
import type { Forecast } from '../forecast.ts';
import { forecastTables } from './forecast.ts';
import { enoughPromises, tooEarly } from './too-early.ts';

export interface WhatIfModel {
  readonly pack: Pack;
  readonly others: readonly Pack[];
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** How many promises ended in that time. */
  readonly ended: number;
  readonly result: { readonly forecast: Forecast; readonly changed: readonly string[] } | null;
}

/** A policy is reviewed with figures, not with hopes: last year once more, under other terms (V5, L4.1). */
export function whatIfPage(model: WhatIfModel): Html {
  const { form, from, to, ended, result } = model;
  if (ended < enoughPromises) return tooEarly(ended);
  return html`${formErrors(form)}<h1 class="govuk-heading-l">What if the policy were different?</h1>
<p class="govuk-body">Last year once more, from ${dateInWords(from)} to ${dateInWords(to)}, under other terms:
  which promises would have been broken, and how much work it would have been.
  Nothing is saved, and nobody’s case can be recognised.</p>
${result && forecastTables(result.forecast, result.changed)}
${question(model)}`;
}

function question(model: WhatIfModel): Html {
  const { pack, others, form, csrf, submissionId } = model;
  return html`<form method="post" action="/board/what-if" class="lintel-form" novalidate>
${submission(csrf, submissionId)}
<h2 class="govuk-heading-m">What would be different</h2>
${select({
  ...kept(form, 'promise'),
  label: { text: 'A promise', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'None' },
    ...promisesOf(pack)
      .filter(({ measure }) => !('agreed' in measure.due || 'agreedTime' in measure.due))
      .map(({ id, title, measure }) => ({ value: id, text: `${title} (now ${dueInWords(measure.due)})` })),
  ],
})}
${radios({
  ...kept(form, 'unit'),
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'It would be due', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'as_now', text: 'As now' },
    { value: 'same_working_day', text: 'By the close of the same working day' },
    { value: 'working_hours', text: 'Within so many working hours' },
    { value: 'working_days', text: 'Within so many working days' },
  ],
})}
${input({
  ...kept(form, 'amount'),
  label: { text: 'How many hours or days', classes: 'govuk-label--s' },
  classes: 'govuk-input--width-4',
  inputmode: 'numeric',
})}
${input({
  ...kept(form, 'told'),
  label: { text: 'More or less is told', classes: 'govuk-label--s' },
  hint: { text: 'In per cent: 20 is a fifth more, -10 a tenth less' },
  classes: 'govuk-input--width-4',
  suffix: { text: '%' },
})}
${
  others.length > 0 &&
  select({
    ...kept(form, 'other'),
    label: { text: 'Or all the terms of another policy', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'None' },
      ...others.map(({ id, publisher, title, version }) => ({
        value: id,
        text: `${publisher}: ${title}, ${version}`,
      })),
    ],
  })
}
${assumptions(form)}
${button({ text: 'Play last year again', preventDoubleClick: true })}</form>`;
}

function assumptions(form: FormState): Html {
  const box = (name: string, text: string, hint?: string) =>
    input({
      ...kept(form, name),
      label: { text, classes: 'govuk-label--s' },
      ...(hint && { hint: { text: hint } }),
      classes: 'govuk-input--width-4',
    });
  const wrong = ['hoursADay', 'minutesToTriage', 'minutesToContact', 'minutesACaseAWeek', 'weeksACaseIsOpen'];
  return html`${box('colleagues', 'Colleagues who share the work')}
${details({
  summaryText: 'What is taken for granted',
  open: wrong.some((name) => form.errors[name]),
  html: html`<p class="govuk-body">No event records how long work takes.
  These are plausible, not measured: set your own.</p>
${box(
  'hoursADay',
  'Hours of a colleague’s day that go into this work',
  'Without meetings, training, leave and sickness',
)}
${box('minutesToTriage', 'Minutes to triage a disclosure')}
${box('minutesToContact', 'Minutes for the first contact', 'With attempts, and what is written down')}
${box('minutesACaseAWeek', 'Minutes for an open case in a week')}
${box('weeksACaseIsOpen', 'Weeks for which a case is open')}
<p class="govuk-body">Each promise takes as long as it took, plus what it would wait longer in the team’s queue.
  What has just been told comes before open cases. More of the same is drawn from last year’s own disclosures,
  in other weeks; nine of ten replays lie in the range that is shown. Plans approved by a manager stay as they
  were. Nobody is assumed to work faster because a promise is tighter.</p>`,
})}`;
}
