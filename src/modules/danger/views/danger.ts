import { button } from '#kit/components/button.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type Asking, askedInWords } from '../asking.ts';
import { type Danger, dangerHows } from '../danger.ts';
import { paths } from '../paths.ts';
import type { ToRing } from '../store/to-ring.ts';

/** Said to whoever passes danger on while the office is closed: whom to ring, or that nobody is there. */
export function whomToRing({ people, anybodyOnCall }: ToRing): Html {
  if (people.length === 0)
    return warningText({
      text:
        // Whoever passes it on need not learn from whom it is kept, and rings nobody whom it is kept from.
        `The office is closed and nobody ${anybodyOnCall ? 'on call can help with this' : 'is on call'}. ` +
        'Ring 999 where somebody is in danger now, and ring a manager yourself, nobody else of us: nobody may read ' +
        'this before the office opens.',
    });
  return html`<p class="govuk-body"><strong>The office is closed. On call now:</strong>
${people.map(({ words }) => words).join('; ')}. Ring them as well: a message alone can be missed.</p>`;
}

/** What stands, and what was done about what was dealt with. */
export function dangerList(dangers: readonly Danger[], calendar: WorkingCalendar): Html {
  return html`${dangers.map((each) => (each.dealtAt === null ? standing(each, calendar) : dealt(each, calendar)))}`;
}

function standing(danger: Danger, calendar: WorkingCalendar): Html {
  const { id, raisedAt, outOfHours, onCall, said, how, doneAsTold } = danger;
  const alone = outOfHours && onCall.length === 0;
  return html`<div class="lintel-danger">${warningText({
    text: `Immediate danger, told ${momentInWords(raisedAt, calendar)}. If anybody is in danger now, ring 999 first.`,
  })}
<p class="govuk-body">${labelOf(dangerHows, how)}.${
    alone && html` <strong>Nobody on call could be told.</strong> ${ringNobody}`
  }</p>
${handedOver(danger, calendar)}
${said !== '' && html`<p class="govuk-body lintel-verbatim">${said}</p>`}
${
  doneAsTold !== null &&
  html`<p class="govuk-body">As it was told, nobody has confirmed it yet: ${doneAsTold}</p>`
}
${button({
  text: doneAsTold === null ? 'Write down what was done' : 'Confirm what was done',
  href: paths.deal(id),
  classes: 'govuk-button--warning',
})}</div>`;
}

/** Somebody may be on call from whom it is kept: whoever sees them on the rota must not think that it was forgotten. */
const ringNobody = 'Ring nobody on the rota about it without asking a manager first.';

/** What still stood when the office closed, and who was told of it then. */
function handedOver({ handedOverAt, handedOverTo }: Danger, calendar: WorkingCalendar): Html | false {
  if (handedOverAt === null) return false;
  const at = momentInWords(handedOverAt, calendar);
  if (handedOverTo.length > 0)
    return html`<p class="govuk-body">It still stood while the office was closed. Handed over on ${at} to
<strong>${handedOverTo.join(' and ')}</strong>, on call.</p>`;
  return html`<p class="govuk-body"><strong>It still stood while the office was closed, and on ${at} nobody on call
could be told.</strong> Managers were told. ${ringNobody}</p>`;
}

function dealt(danger: Danger, calendar: WorkingCalendar): Html {
  const { raisedAt, dealtAt, dealtRecordedAt, done, doneBy, dealtByName } = danger;
  const at = (moment: Temporal.Instant | null) => (moment ? momentInWords(moment, calendar) : '');
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>Danger of ${at(raisedAt)}, dealt with
${at(dealtAt)}</strong> by ${doneBy}. Written down ${at(dealtRecordedAt)} by ${dealtByName ?? 'Lintel'}.</p>
<p class="govuk-body">${done}</p>${handedOver(danger, calendar)}</div>`;
}

export function dangerPage(
  model: CaseModel,
  dangers: readonly Danger[],
  askings: readonly Asking[],
  ring: Html | undefined,
): Html {
  return html`${caseHead(
    model,
    'Overview',
    'Danger',
    button({
      text: 'There is danger now',
      href: paths.raise(model.file.id),
      classes: 'govuk-button--warning',
    }),
  )}
${ring}${
  dangers.length === 0
    ? html`<p class="govuk-body">Nobody told us of immediate danger.</p>`
    : dangerList(dangers, model.calendar)
}${askedList(askings, model.calendar)}`;
}

/** Each time at which they were asked, or not: who wrote it down, and when. */
function askedList(askings: readonly Asking[], calendar: WorkingCalendar): Html {
  const heading = html`<h2 class="govuk-heading-m">When they were asked about danger</h2>`;
  if (askings.length === 0)
    return html`${heading}<p class="govuk-body">Nobody has written down yet that they were asked.</p>`;
  return html`${heading}${table({
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'When' }, { text: 'What came of it' }, { text: 'Written down' }],
    rows: askings.map(({ askedAt, how, answer, why, recordedAt, recordedByName }) => [
      { text: `${momentInWords(askedAt, calendar)}. ${labelOf(dangerHows, how)}.` },
      { text: askedInWords({ answer, words: why }) },
      {
        text: `${momentInWords(recordedAt, calendar)}, by ${recordedByName ?? 'somebody who is not here any more'}`,
      },
    ]),
  })}`;
}

export function raisePage(model: CaseModel, form: FormModel): Html {
  return html`${caseHead(model, 'Overview', 'There is danger now')}${caseForm(
    form,
    'Tell everybody now',
    html`<p class="govuk-body">If anybody is in danger at this moment, ring 999 first. The lead and every manager
are told at once; while the office is closed, whoever is on call too.</p>${radios({
      ...kept(form.form, 'how'),
      fieldset: { legend: { text: 'How do you know?', classes: 'govuk-fieldset__legend--s' } },
      items: dangerHows.map(({ value, label }) => ({ value, text: label })),
    })}${textarea({
      ...kept(form.form, 'said'),
      label: { text: 'What is the danger?', classes: 'govuk-label--s' },
      rows: 3,
    })}`,
  )}`;
}

export interface DealModel extends FormModel {
  readonly danger: Danger;
  readonly calendar: WorkingCalendar;
}

export function dealPage(model: DealModel): Html {
  const { form, danger, calendar } = model;
  return html`${aboveForm(model)}<h1 class="govuk-heading-l">What was done about the danger</h1>
<p class="govuk-body">${danger.reference}, told ${momentInWords(danger.raisedAt, calendar)}.
The mark stays until somebody writes this down. Managers are told what was written.</p>
${danger.said !== '' && html`<p class="govuk-body lintel-verbatim">${danger.said}</p>`}
${asTold(danger)}
${formItself(
  model,
  'Save what was done',
  html`${textarea({
    ...kept(form, 'done'),
    label: { text: 'What was done?', classes: 'govuk-label--s' },
    hint: { text: 'Who was rung or met, what came of it, and whether they are safe now' },
    rows: 4,
  })}${input({
    ...kept(form, 'doneBy'),
    label: { text: 'Who did it?', classes: 'govuk-label--s' },
    autocomplete: 'off',
  })}${momentInput(form, 'at', { legend: 'When?' })}`,
)}`;
}

/** It is filled in below, for somebody to read and to confirm: words alone take no mark away. */
function asTold({ doneAsTold, doneAsToldByName }: Danger): Html | undefined {
  if (doneAsTold === null) return undefined;
  return html`<p class="govuk-body">As it was told, ${doneAsToldByName ?? 'somebody who is not here any more'} wrote
what is filled in below. It changed nothing yet. Find out what came of it, add that, and save.</p>`;
}
