import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import { claimCell } from '#modules/disclosures/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { type DayGroup, type DayItem, type DayKind, dayInSum, numberIn } from '../day.ts';
import { paths } from '../paths.ts';
import { dueBadges } from './due.ts';

export interface DayModel {
  readonly groups: readonly DayGroup[];
  /** The names of colleagues who are away, and for whom whoever looks stands in. */
  readonly standsInFor: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
  readonly staff: StaffId;
  readonly csrf: string;
  /** A new one for each form. */
  readonly submissionId: () => string;
}

const kinds: Readonly<Record<DayKind, string>> = {
  danger: 'Danger',
  triage: 'Triage',
  no_lead: 'Nobody leads it',
  risk_after_closing: 'Risk, closed',
  promise: 'Promise',
  task: 'Task',
  reminder: 'Reminder',
  visit: 'Visit or call',
  no_longer_agreed: 'Visit or call',
  plan_action: 'Action plan',
  paper_in_doubt: 'Their paper',
  to_arrange: 'Contact',
  message: 'Message',
  consent: 'Sharing',
  risk_to_confirm: 'Decision',
  plan_to_decide: 'Decision',
  to_look_at: 'To look at',
  review: 'Case review',
  untouched: 'Untouched',
  danger_unasked: 'Danger not asked',
  pathway: 'Local lines',
  number_to_call: 'Messages',
  not_heard_of: 'Not heard of',
  referral: 'Safeguarding',
  promised_call: 'Promised call',
  referral_to_decide: 'Decision',
  to_decide: 'Decision',
};

/** Everything that waits for somebody today, from wherever it comes, in the order in which it needs them. */
export function dayPage(model: DayModel): Html {
  const { groups, now, calendar } = model;
  const shown = { ...model, dueBadge: dueBadges(calendar, now) };
  const sum = dayInSum(groups);
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">My day</h1>
    <div class="govuk-button-group">${button({
      text: 'A reminder for yourself',
      href: paths.newReminder,
      classes: 'govuk-button--secondary',
    })}</div></div>
<p class="govuk-body">${momentInWords(now, calendar)}. ${sum === '' ? 'Nothing waits for you.' : `${sum}.`}</p>
${standIn(model)}
${groups.map((group) => section(shown, group))}`;
}

type Shown = DayModel & { readonly dueBadge: ReturnType<typeof dueBadges> };

function standIn({ standsInFor }: DayModel): Html | undefined {
  if (standsInFor.length === 0) return undefined;
  return html`<p class="govuk-inset-text">You stand in for ${standsInFor.join(', ')},
    who ${standsInFor.length === 1 ? 'is' : 'are'} away. What is theirs is marked.</p>`;
}

const empty: Readonly<Record<DayGroup['urgency'], string>> = {
  danger: '',
  overdue: 'Nothing is overdue.',
  today: 'Nothing is due today.',
  waiting: '',
  next: 'Nothing is due in the next 7 working days.',
};

function section(model: Shown, group: DayGroup): Html | undefined {
  const { items, label, urgency } = group;
  const danger = model.groups.some((each) => each.urgency === 'danger' && each.items.length > 0);
  // Beside somebody in danger no page says that nothing is due.
  if (items.length === 0 && (danger || empty[urgency] === '')) return undefined;
  return html`<section class="lintel-day lintel-day--${urgency}"><h2 class="govuk-heading-m">${label}${
    items.length > 0 && html` <span class="lintel-aside">${numberIn(group)}</span>`
  }</h2>${
    items.length === 0 ? html`<p class="govuk-body">${empty[urgency]}</p>` : list(model, group)
  }</section>`;
}

function list(model: Shown, { items, label }: DayGroup): Html {
  return table({
    caption: label,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-day__items',
    head: [{ text: 'What' }, { text: 'Reference' }, { text: 'When' }, { text: 'Next' }],
    rows: items.map((item) => [
      { html: what(item) },
      { html: caseOf(item), classes: item.reference ? 'lintel-cell--bare' : 'lintel-cell--none' },
      { html: when(model, item), classes: 'lintel-cell--bare' },
      {
        html: html`<a class="govuk-link" href="${item.href}">${item.way}<span class="govuk-visually-hidden">:
          ${item.what}${item.reference && `, case ${item.reference}`}</span></a>${claimOf(model, item)}`,
        classes: 'lintel-cell--bare',
      },
    ]),
  });
}

function claimOf(model: DayModel, { claim, reference }: DayItem): Html | undefined {
  if (!claim) return undefined;
  const { disclosureId, by } = claim;
  const { csrf, submissionId } = model;
  const about = { disclosureId, reference: reference ?? '', csrf, submissionId };
  return html`<div class="lintel-day__claim">${claimCell(by, model, about)}</div>`;
}

function what({ kind, what: words, danger, standsInFor }: DayItem): Html {
  return html`${
    danger && html`${tag({ text: 'Danger first', classes: 'govuk-tag--red' })} `
  }${words} <span class="lintel-aside">${kinds[kind]}${standsInFor && `, for ${standsInFor}`}</span>`;
}

function caseOf({ caseId, reference }: DayItem): Html {
  if (!reference) return html`None`;
  if (!caseId) return html`${reference}`;
  return html`<a class="govuk-link govuk-link--no-visited-state" href="${casePaths.overview(caseId)}">${reference}</a>`;
}

function when({ calendar, now, dueBadge }: Shown, { at, appointment, rule, waits }: DayItem): Html {
  if (at === null) return html`${waits?.words ?? 'Waits'}`;
  if (!appointment) return dueBadge(at, rule);
  const local = atTheOffice(at, calendar);
  const today = local.toPlainDate().equals(atTheOffice(now, calendar).toPlainDate());
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return html`<time datetime="${at.toString()}">${today ? `Today at ${time}` : momentInWords(at, calendar)}</time>`;
}
