import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
  ownWords,
} from '#modules/case-file/pure.ts';
import type { Listed } from '#modules/diary/index.ts';
import { dayLabel, diaryPaths, hoursOf, whatOf, whoOf } from '#modules/diary/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { fieldOf } from '../forms/pause-form.ts';
import { pauseEndings, type WhyTwo } from '../pausing.ts';
import type { Pause } from '../store/pauses.ts';
import { whyTwoInWords } from './pause-proposal.ts';
import { plannedTable } from './planned-table.ts';

interface Pausing {
  readonly may: Verdict;
  readonly ahead: readonly Listed[];
  /** Why one person alone does not decide it. */
  readonly needsTwo: readonly WhyTwo[];
}

/** At the person's own wish, and for as long as they like: rest is no failure and closes nothing (V3.4, L2.7i). */
export function newPausePage(
  model: CaseModel,
  formModel: FormModel,
  { may, ahead, needsTwo }: Pausing,
): Html {
  const { person } = model.pack.words;
  const head = caseHead(model, 'Pause and closing', 'Pause at their own wish');
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(model.pack, may)}</p>`;
  const { form } = formModel;
  return html`${head}
<p class="govuk-body">Everybody decides in their own time. While the case rests, nobody presses the ${person},
  nothing is closed, and the safe way to make contact stays as agreed. What keeps them safe goes on:
  reviews of the risk, markers and safety actions.</p>
${
  needsTwo.length > 0 &&
  warningText({ text: `A manager decides this one. ${whyTwoInWords(needsTwo)} The case goes on until then.` })
}
${caseForm(
  formModel,
  needsTwo.length > 0 ? 'Propose it to a manager' : 'Let the case rest',
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
  })}${ahead.length > 0 && wishes(model, formModel, ahead)}`,
)}`;
}

/** Nothing that is planned is lost unasked: what they want with each is said, and whoever was to go is told. */
function wishes({ calendar }: CaseModel, { form }: FormModel, ahead: readonly Listed[]): Html {
  return html`<h2 class="govuk-heading-m">Visits and calls that are planned</h2>
<p class="govuk-body">Ask what they want with each. Those before the agreed day need an answer;
  one on that day or later stays unless they do not want it. Whoever was to go or to ring is told,
  and what they want is kept with it.</p>${ahead.map((each) =>
    radios({
      ...kept(form, fieldOf(each)),
      classes: 'govuk-radios--small govuk-radios--inline',
      fieldset: {
        legend: {
          text: whenAndWho(each, calendar),
          classes: 'govuk-fieldset__legend--s',
        },
      },
      items: [
        { value: 'keep', text: 'It stays' },
        { value: 'cancel', text: 'Cancel it' },
      ],
    }),
  )}`;
}

function whenAndWho(each: Listed, calendar: WorkingCalendar): string {
  const day = dayLabel(atTheOffice(each.startsAt, calendar).toPlainDate());
  return `${day}, ${hoursOf(each, calendar)}. ${whatOf(each)}, ${whoOf(each)}`;
}

interface Resuming {
  readonly pause: Pause;
  /** What stayed in the diary, and what was cancelled when the case began to rest. */
  readonly ahead: readonly Listed[];
  readonly cancelled: readonly Listed[];
  /** A safe, two-way contact since it began to rest is on record. */
  readonly reached: boolean;
}

export function endPausePage(
  model: CaseModel,
  formModel: FormModel,
  { pause, ahead, cancelled, reached }: Resuming,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Pause and closing', 'End the pause')}
<p class="govuk-body">It has rested since
  ${dayOfWeekInWords(pause.pausedAt.toZonedDateTimeISO(model.calendar.rules.timeZone))}. What they said then:</p>
${ownWords(pause.wish)}
${
  !reached &&
  html`<p class="govuk-body">No contact since then is on record. If they came back or were reached,
    <a class="govuk-link" href="${casePaths.newContact(model.file.id)}">record the contact</a> first.
    Until somebody has reached them, contact on the agreed day stays owed.</p>`
}
${
  ahead.length > 0 &&
  html`<h2 class="govuk-heading-m">Still planned</h2>${plannedTable(ahead, model.calendar, 'Still planned')}`
}
${
  cancelled.length > 0 &&
  html`<h2 class="govuk-heading-m">Cancelled when it began to rest</h2>
    ${plannedTable(cancelled, model.calendar, 'Cancelled when it began to rest')}
    <p class="govuk-body">None of these comes back by itself. What would they like now?
    <a class="govuk-link" href="${diaryPaths.plan(model.file.id)}">Plan a visit or a call</a></p>`
}
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
