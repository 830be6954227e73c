import { button } from '#kit/components/button.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { weekdays } from '../forms.ts';
import { paths } from '../paths.ts';
import type { DayOnRota, RotaWeek } from '../week.ts';

export interface RotaModel {
  readonly monday: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
  readonly week: RotaWeek;
  readonly onDuty: readonly { readonly name: string; readonly until: Temporal.Instant }[];
  readonly absences: readonly AbsenceRow[];
  readonly mayManage: boolean;
  readonly csrf: string;
  readonly newSubmission: () => string;
}

export interface AbsenceRow {
  readonly id: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
  readonly coveredBy: string | null;
  readonly mayEnd: boolean;
}

/** Who is on duty this week, who is away, and who covers; it prints on one sheet. */
export function rotaPage(model: RotaModel): Html {
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Rota</h1>
${button({ text: 'Record an absence', href: paths.newAbsence })}</div>
${onDutyNow(model)}
<h2 class="govuk-heading-m">Week of ${dateInWords(model.monday)}</h2>
${weekLinks(model.monday)}
${weekTable(model)}
<p class="govuk-body"><a class="govuk-link" href="${paths.onCall}">Who is on call while the office is closed</a></p>
<h2 class="govuk-heading-m">Away, now and next</h2>
${absenceTable(model)}
<p class="govuk-body govuk-!-display-none-print"><a class="govuk-link" href="${paths.ownHours}">Your own hours</a></p>
<p class="govuk-body govuk-!-display-none-print">
<a class="govuk-link" href="${paths.aboutYou}">About you, for people who ask for a woman or a man</a></p>`;
}

function onDutyNow({ onDuty, calendar }: RotaModel): Html {
  if (onDuty.length === 0) return html`<p class="govuk-body">Nobody is on duty at this moment.</p>`;
  const each = onDuty.map(({ name, until }) => `${name} until ${clock(until, calendar)}`);
  return html`<p class="govuk-body"><strong>On duty now:</strong> ${each.join(', ')}.</p>`;
}

function weekLinks(monday: Temporal.PlainDate): Html {
  const link = (days: number, text: string) =>
    html`<a class="govuk-link govuk-!-margin-right-4" href="${paths.week(monday.add({ days }))}">${text}</a>`;
  return html`<p class="govuk-body govuk-!-display-none-print">
    ${link(-7, 'The week before')}${link(7, 'The week after')}<a class="govuk-link"
    href="${paths.rota}">This week</a></p>`;
}

function weekTable({ week, calendar, mayManage, now }: RotaModel): Html {
  const today = atTheOffice(now, calendar).toPlainDate();
  return table({
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'Colleague' }, ...week.days.map((day) => ({ text: dayLabel(day, today) }))],
    rows: week.rows.map((row) => [
      {
        html: mayManage
          ? html`${row.name} <a class="govuk-link lintel-aside" href="${paths.hours(row.staffId)}">Hours<span
            class="govuk-visually-hidden"> of ${row.name}</span></a>`
          : html`${row.name}`,
      },
      ...row.days.map((day) => ({ html: cell(day, calendar) })),
    ]),
  });
}

function dayLabel(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const label = `${(weekdays[day.dayOfWeek - 1]?.[1] ?? '').slice(0, 3)} ${day.day}`;
  return day.equals(today) ? `${label} (today)` : label;
}

function cell(day: DayOnRota, calendar: WorkingCalendar): Html {
  if (day.kind === 'on')
    return html`${day.spans.map(({ from, to }) => `${clock(from, calendar)} to ${clock(to, calendar)}`).join(', ')}`;
  if (day.kind === 'away') return tag({ text: 'Away', classes: 'govuk-tag--yellow' });
  return html`${day.kind === 'closed' ? 'Office closed' : 'Not working'}`;
}

function absenceTable(model: RotaModel): Html {
  const { absences, calendar } = model;
  if (absences.length === 0) return html`<p class="govuk-body">Nobody is, as far as is recorded here.</p>`;
  const mayChange = absences.some((absence) => absence.mayEnd);
  return table({
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: [
      { text: 'Colleague' },
      { text: 'From' },
      { text: 'Until' },
      { text: 'Covered by' },
      ...(mayChange ? [{ text: 'Change' }] : []),
    ],
    rows: absences.map((absence) => [
      { text: absence.name },
      { text: momentOrDay(absence.from, calendar, 'first') },
      { text: absence.until ? momentOrDay(absence.until, calendar, 'last') : 'Not known yet' },
      { text: absence.coveredBy ?? 'Nobody who is there: name somebody' },
      ...(mayChange ? [{ html: absence.mayEnd ? ending(absence, model) : html`–` }] : []),
    ]),
  });
}

/** A whole day is said as a day; `last`: the day before the midnight on which it ends. */
function momentOrDay(instant: Temporal.Instant, calendar: WorkingCalendar, which: 'first' | 'last'): string {
  const local = atTheOffice(instant, calendar);
  if (local.hour !== 0 || local.minute !== 0) return momentInWords(instant, calendar);
  return dateInWords(which === 'first' ? local : local.subtract({ days: 1 }));
}

function ending(absence: AbsenceRow, { now, csrf, newSubmission }: RotaModel): Html {
  const begun = Temporal.Instant.compare(absence.from, now) <= 0;
  return html`<form method="post" action="${paths.return(absence.id)}" novalidate>
    ${submission(csrf, newSubmission())}<button class="lintel-link-button"
    type="submit">${begun ? 'Back now' : 'Will not be away'}<span class="govuk-visually-hidden">:
    ${absence.name}</span></button></form>`;
}

function clock(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  return atTheOffice(instant, calendar).toPlainTime().toString({ smallestUnit: 'minute' });
}
