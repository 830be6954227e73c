import { button } from '#kit/components/button.ts';
import type { FormModel } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { select } from '#kit/components/select.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Span } from '../duty.ts';
import { paths } from '../paths.ts';
import type { OnCall } from '../store/on-call.ts';
import { asking } from './parts.ts';

export interface OnCallModel {
  readonly duties: readonly OnCall[];
  readonly gaps: readonly Span[];
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
  readonly mayManage: boolean;
  readonly csrf: string;
  readonly newSubmission: () => string;
}

/** Who is told at once of danger while the office is closed, and when nobody is. */
export function onCallPage(model: OnCallModel): Html {
  const { duties, gaps, mayManage, calendar } = model;
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">On call</h1>
${mayManage && button({ text: 'Put somebody on call', href: paths.newOnCall })}</div>
<p class="govuk-body">While the office is closed, whoever is on call is told of immediate danger at once;
as it closes, of what still stands.</p>
${
  duties.length === 0
    ? html`<p class="govuk-body">Nobody is on call, now or in the next 60 days.</p>`
    : dutyTable(model)
}${gaps.length > 0 && uncovered(gaps, calendar)}`;
}

function uncovered(gaps: readonly Span[], calendar: WorkingCalendar): Html {
  return html`${warningText({
    text: 'Nobody is on call in these hours. Who tells us of danger then reaches nobody until the office opens.',
  })}<ul class="govuk-list govuk-list--bullet">${gaps.map(
    ({ from, to }) => html`<li>${momentInWords(from, calendar)} to ${momentInWords(to, calendar)}</li>`,
  )}</ul>`;
}

function dutyTable(model: OnCallModel): Html {
  const { duties, calendar, now, mayManage } = model;
  return table({
    caption: 'On call, now and next',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: ['Colleague', 'From', 'Until', 'Reached on', 'Second', ...(mayManage ? ['Change'] : [])].map(
      (text) => ({
        text,
      }),
    ),
    rows: duties.map((duty) => [
      { text: duty.name },
      { text: Temporal.Instant.compare(duty.from, now) <= 0 ? 'Now' : momentInWords(duty.from, calendar) },
      { text: momentInWords(duty.to, calendar) },
      { text: duty.reach },
      { text: duty.secondName ?? 'Nobody' },
      ...(mayManage ? [{ html: ending(duty, model) }] : []),
    ]),
  });
}

function ending({ id, name }: OnCall, { csrf, newSubmission }: OnCallModel): Html {
  return html`<form method="post" action="${paths.endOnCall(id)}" novalidate>${submission(csrf, newSubmission())}
<button class="lintel-link-button" type="submit">Take off<span class="govuk-visually-hidden">: ${name}</span></button>
</form>`;
}

export interface NewOnCallModel extends FormModel {
  readonly team: readonly { readonly id: StaffId; readonly name: string }[];
}

export function newOnCallPage(model: NewOnCallModel): Html {
  const { form, team } = model;
  const people = team.map(({ id, name }) => ({ value: id, text: name }));
  const choose = (name: string, text: string, none: string, hint?: string) =>
    select({
      ...kept(form, name),
      label: { text, classes: 'govuk-label--s' },
      hint: hint ? { text: hint } : undefined,
      items: [{ value: '', text: none }, ...people],
    });
  return asking(
    model,
    'Put somebody on call',
    html`<p class="govuk-body">They are told of danger that still stands as the office closes, and at once of what
      reaches us while it is closed. Everybody who passes it on is shown the number.</p>`,
    html`${choose('staffId', 'Who is on call?', 'Choose')}${momentInput(form, 'from', { legend: 'From' })}${momentInput(
      form,
      'until',
      { legend: 'Until' },
    )}${input({
      ...kept(form, 'reach'),
      label: { text: 'On which number are they reached then?', classes: 'govuk-label--s' },
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
    })}${choose('secondId', 'Who is second?', 'Nobody', 'Told as well, where the first does not answer')}`,
    'Save',
  );
}
