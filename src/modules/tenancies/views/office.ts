import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { answers } from '#rules/may-go-ahead.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { enteredEvents, tenancyEvents } from '#rules/tenancy-events.ts';
import { labelOf } from '#rules/words.ts';
import { foundRows } from '../found-words.ts';
import { paths } from '../paths.ts';
import type { HeldEvent, OwnCheck } from '../store/events.ts';
import { toldAnswers, toldNow } from '../told.ts';

export interface At {
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

const ways = { hand: 'A colleague', import: 'The import of the register', api: 'Another system' } as const;
const cameBy = ({ way, saidByName }: HeldEvent) => saidByName ?? ways[way];

function standing(event: HeldEvent, { now }: At): string {
  const told = toldNow(event, now);
  return told === null ? 'Held' : toldAnswers[told].short;
}

/** What is held and what is answered: of the whole landlord for the team, and for others what they entered. */
export function eventsPage(events: readonly HeldEvent[], team: boolean, at: At): Html {
  return html`<h1 class="govuk-heading-l">Changes of tenancies</h1>
<p class="govuk-body">A notice to quit, a surrender, a name to be added or taken off, a home that looks abandoned: enter
  each one here before anything is done about it, whoever asks. Every one is held until the team has answered.</p>
${button({ text: 'Enter one', href: paths.enter })}${
  events.length === 0
    ? html`<p class="govuk-body">Nothing has been entered yet.</p>`
    : table({
        caption: 'Changes of tenancies, those that are held first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: ['Tenancy', 'What came in', 'When, and how', 'Answer', ...(team ? ['Who checks it'] : [])].map(
          (text) => ({
            text,
          }),
        ),
        rows: events.map((event) => [
          { html: html`<a class="govuk-link" href="${paths.event(event.id)}">${event.tenancy}</a>` },
          { text: labelOf(tenancyEvents, event.kind) },
          { html: html`${momentInWords(event.saidAt, at.calendar)}<br>${cameBy(event)}` },
          { text: standing(event, at) },
          ...(team ? [{ text: event.givenToName ?? 'Nobody yet' }] : []),
        ]),
      })
}`;
}

interface OfEvent {
  readonly checks: readonly OwnCheck[];
  /** Of the team: they read who checks it. */
  readonly team: boolean;
  readonly mayHandOn: boolean;
  readonly csrf: string;
  readonly submissionId: string;
}

/** One of them: the same page whatever is on record; whoever checks it finds the way on. */
export function eventPage(event: HeldEvent, of: OfEvent, at: At): Html {
  const told = toldNow(event, at.now);
  return html`<h1 class="govuk-heading-l">${told === null ? 'It is held' : toldAnswers[told].short}</h1>
${insetText({
  html: html`<strong>${
    told === null
      ? 'The team that checks changes of tenancies will answer. Change nothing, write to nobody, and tell nobody of it.'
      : toldAnswers[told].says
  }</strong>`,
})}
${summaryList({
  rows: [
    { key: { text: 'Tenancy' }, value: { text: event.tenancy } },
    { key: { text: 'What came in' }, value: { text: labelOf(tenancyEvents, event.kind) } },
    event.givenOn && { key: { text: 'Given on' }, value: { text: dateInWords(event.givenOn) } },
    event.endsOn && { key: { text: 'Says that it ends on' }, value: { text: dateInWords(event.endsOn) } },
    event.words !== '' && { key: { text: 'What was entered' }, value: { html: verbatim(event.words) } },
    {
      key: { text: 'Came' },
      value: { text: `${momentInWords(event.saidAt, at.calendar)}, ${cameBy(event)}` },
    },
    of.team && { key: { text: 'Who checks it' }, value: { text: event.givenToName ?? 'Nobody yet' } },
  ],
})}
${of.checks.map((check) =>
  check.caseId === null
    ? ownCheck(event, check)
    : html`<p class="govuk-body"><a class="govuk-link" href="${paths.ofCase(check.caseId)}">It concerns
        ${check.reference}: look into it there</a></p>`,
)}${
  of.mayHandOn &&
  html`<form method="post" action="${paths.handOn(event.id)}" novalidate>
${submission(of.csrf, of.submissionId)}${button({
  text: 'Give it to somebody else',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}</form>`
}
<p class="govuk-body">Nobody can say here why, or whom it concerns. A change that was not asked for freely can put
  somebody in danger, and a notice can end a tenancy in law whatever we answer: that is why each is looked at.</p>
<p class="govuk-body"><a class="govuk-link" href="${paths.list}">Back to changes of tenancies</a></p>`;
}

/** What whoever was asked found out themselves, and how they answered; nobody else reads it here. */
function ownCheck(event: HeldEvent, { answer, findings }: OwnCheck): Html {
  return html`${findings.map(
    (found) =>
      html`<h2 class="govuk-heading-m">What you found out</h2>${summaryList({
        rows: [
          ...foundRows(found).map(([name, text]) => ({ key: { text: name }, value: { text } })),
          { key: { text: 'In your words' }, value: { html: verbatim(found.words) } },
        ],
      })}`,
  )}${
    answer === null
      ? button({ text: 'Write down what you found out', href: paths.answer(event.id) })
      : html`<p class="govuk-body">You answered: ${labelOf(answers, answer)}. Whoever entered it reads it on the next
          working morning.</p>`
  }`;
}

export function enterPage(model: FormModel): Html {
  const { form } = model;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Enter a change of a tenancy</h1>
${wholeForm(
  model,
  'Hold it',
  html`${input({
    ...kept(form, 'tenancy'),
    label: { text: 'Reference of the tenancy', classes: 'govuk-label--s' },
    hint: { text: 'As your housing system has it' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'What came in?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(enteredEvents),
  })}${dayInput(form, 'given', {
    legend: 'When was it given, or seen?',
    hint: 'Leave it empty if nobody knows',
  })}${dayInput(form, 'ends', {
    legend: 'Which day does it name as the end?',
    hint: 'Leave it empty if it names none',
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Who asked for it, how it came, and what it says', classes: 'govuk-label--s' },
    hint: { text: 'As it was said or written. Do not ask the tenants about it' },
    rows: 4,
  })}`,
)}</div></div>`;
}
