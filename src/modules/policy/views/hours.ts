import { bankHolidaysWarning } from '#kit/components/bank-holidays-warning.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { BankHoliday } from '#rules/calendar.ts';
import { dayOfWeekInWords, weekdays } from '#rules/moment.ts';
import type { CalendarRules } from '#rules/pack.ts';
import { type ClosuresShown, closuresPart } from './closures.ts';

export interface HoursPage {
  readonly rules: CalendarRules;
  readonly policy: string;
  readonly bankHolidays: readonly BankHoliday[];
  readonly runOut: Parameters<typeof bankHolidaysWarning>[0];
  readonly today: Temporal.PlainDate;
  readonly own: Omit<ClosuresShown, 'named'>;
}

const divisions: Readonly<Record<CalendarRules['division'], string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** When the office counts as open, and the days on which it does not: every promise in working days rests on it. */
export function hoursPage({ rules, policy, bankHolidays, runOut, today, own }: HoursPage): Html {
  const coming = (date: string) => Temporal.PlainDate.compare(Temporal.PlainDate.from(date), today) >= 0;
  const last = bankHolidays.at(-1);
  return html`<h1 class="govuk-heading-l">Office hours and closed days</h1>
<p class="govuk-body">What is promised in working days and working hours is counted by these. A danger is not: its hour
runs by day and by night.</p>
${bankHolidaysWarning(runOut)}${summaryList({
  rows: [
    ['Policy in force', policy],
    ['Working days', rules.workingDays.map((day) => weekdays[day - 1]).join(', ')],
    ['Hours', `${rules.opens} to ${rules.closes}`],
    [
      'Counts as the next working day',
      rules.cutOff === null ? 'What comes after closing' : `From ${rules.cutOff}`,
    ],
    ['Told while closed: looked at by', `${rules.outOfHoursTarget} on the next working day`],
  ].map(([text, value]) => ({ key: { text }, value: { text: value } })),
})}
${closuresPart({ ...own, named: rules.closures.filter(coming) })}
<h2 class="govuk-heading-m">Bank holidays in ${divisions[rules.division]}</h2>
<p class="govuk-body">From GOV.UK.
${last ? `Known until ${inWords(last.date)}; then whoever runs Lintel imports the newer list.` : 'None is known.'}
</p>
${yearsOf(bankHolidays.filter(({ date }) => coming(date))).map(([year, days]) =>
  table({
    caption: year,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense',
    head: [{ text: 'Day' }, { text: 'Bank holiday' }],
    rows: days.map(({ date, title }) => [{ text: inWords(date) }, { text: title }]),
  }),
)}`;
}

function yearsOf(days: readonly BankHoliday[]): readonly (readonly [string, readonly BankHoliday[]])[] {
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))];
  return years.map((year) => [year, days.filter(({ date }) => date.startsWith(year))] as const);
}

function inWords(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return dayOfWeekInWords(day);
}
