import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  because,
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  verbatim,
} from '#modules/cases/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { pauseEndings } from '../pausing.ts';
import type { Pause } from '../store/pauses.ts';

/** At the person's own wish, and for as long as they like: rest is no failure and closes nothing (V3.4, L2.7i). */
export function newPausePage(model: CaseModel, formModel: FormModel, may: Verdict): Html {
  const { person } = model.pack.words;
  const head = caseHead(model, 'Pause and closing', 'Pause at their own wish');
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(may)}</p>`;
  const { form } = formModel;
  return html`${head}
<p class="govuk-body">Everybody decides in their own time. While the case rests, nobody presses the ${person}, nothing is closed, and the safe way to make contact stays as agreed. What keeps them safe goes on: reviews of the risk, markers and safety actions.</p>
${caseForm(
  formModel,
  'Let the case rest',
  html`${textarea({
    ...kept(form, 'wish'),
    label: { text: `What does the ${person} want?`, classes: 'govuk-label--s' },
    hint: { text: 'In their own words, as near as you can' },
    rows: 4,
  })}${dayInput(form, 'next', {
    legend: 'On which day will we be in touch again, as agreed with them?',
    hint: 'For example 14 12 2026. They can come back at any time before',
  })}${input({
    ...kept(form, 'how'),
    label: { text: 'How would they like to hear from us on that day?', classes: 'govuk-label--s' },
    hint: { text: 'Only ways that are agreed as safe. Leave it empty if it is as agreed already' },
  })}`,
)}`;
}

export function endPausePage(model: CaseModel, formModel: FormModel, pause: Pause): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Pause and closing', 'End the pause')}
<p class="govuk-body">It has rested since ${dateInWords(pause.pausedAt.toZonedDateTimeISO(model.calendar.rules.timeZone))}. What they said then:</p>
${verbatim(pause.wish)}
${caseForm(
  formModel,
  'Go on with the case',
  html`${radios({
    ...kept(form, 'reason'),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'What ended the pause?', classes: 'govuk-fieldset__legend--s' } },
    items: items(pauseEndings),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Anything to add', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
