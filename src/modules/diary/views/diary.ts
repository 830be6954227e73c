import { subNavigation } from '#kit/components/sub-navigation.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { Held, HeldCall } from '../store/still-agreed.ts';
import { clock, dayLabel, hoursOf, marksOf, whatOf, whoOf } from './parts.ts';

export interface DiaryModel {
  readonly whose: 'mine' | 'team';
  /** The days shown, in order: one, or those of a week. */
  readonly days: readonly {
    readonly day: Temporal.PlainDate;
    readonly listed: readonly Held[];
    /** Promised, and planned for nobody yet. */
    readonly calls: readonly HeldCall[];
  }[];
  readonly monday: Temporal.PlainDate;
  readonly oneDay: boolean;
  readonly today: Temporal.PlainDate;
  /** Of one's own: over, and neither recorded nor checked in. */
  readonly waiting: readonly Held[];
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

/**
 * A week, or a day, of visits and calls. It is printed and carried about: cases stand here by their neutral reference,
 * without names and places.
 */
export function diaryPage(model: DiaryModel): Html {
  const { whose, monday, oneDay, days } = model;
  const [first] = days;
  const heading = oneDay && first ? dayLabel(first.day) : `Week of ${dateInWords(monday)}`;
  return html`<h1 class="govuk-heading-l">${whose === 'mine' ? 'My diary' : 'Diary of the team'}</h1>
${subNavigation({
  label: 'Diaries',
  items: [
    { text: 'Mine', href: paths.own, active: whose === 'mine' },
    { text: 'The team’s', href: paths.team, active: whose === 'team' },
    { text: 'Rota', href: '/rota' },
    { text: 'In my own calendar', href: paths.feed },
  ],
})}
${waitingList(model)}
<h2 class="govuk-heading-m">${heading}</h2>
${turning(model)}
${dayTable(model, heading)}`;
}

function waitingList(model: DiaryModel): Html | undefined {
  const { waiting } = model;
  if (waiting.length === 0) return undefined;
  const text =
    waiting.length === 1
      ? 'One appointment is over and waits'
      : `${waiting.length} appointments are over and wait`;
  return html`${warningText({ text: `${text} for you to say what came of it.` })}${waitingTable(model)}`;
}

function turning({ whose, monday, oneDay, days, today }: DiaryModel): Html {
  const link = (href: string, text: string) =>
    html`<a class="govuk-link govuk-!-margin-right-4" href="${href}">${text}</a>`;
  const day = days[0]?.day ?? monday;
  const around = oneDay
    ? html`${link(paths.day(whose, day.subtract({ days: 1 })), 'The day before')}${link(
        paths.day(whose, day.add({ days: 1 })),
        'The day after',
      )}${link(paths.week(whose, monday), 'The whole week')}`
    : html`${link(paths.week(whose, monday.subtract({ days: 7 })), 'The week before')}${link(
        paths.week(whose, monday.add({ days: 7 })),
        'The week after',
      )}${link(paths.day(whose, today), 'Today')}`;
  return html`<p class="govuk-body govuk-!-display-none-print">${around}</p>`;
}

/** One row for each visit or call, each day named; a day without any says so. */
function dayTable(model: DiaryModel, heading: string): Html {
  const { days, whose, oneDay, today } = model;
  const named = (day: Temporal.PlainDate) => {
    const label = `${dayLabel(day)}${day.equals(today) ? ', today' : ''}`;
    return oneDay ? html`${label}` : html`<a class="govuk-link" href="${paths.day(whose, day)}">${label}</a>`;
  };
  return table({
    ...looks,
    caption: heading,
    head: [{ text: 'Day' }, ...head],
    rows: days.flatMap(({ day, listed, calls }) =>
      listed.length + calls.length === 0
        ? [
            [
              { html: named(day) },
              { text: 'Nothing is planned.', colspan: head.length, classes: 'lintel-aside' },
            ],
          ]
        : inTheirOrder(listed, calls).map((each) => [
            { html: named(day) },
            ...('startsAt' in each ? cells(each, model) : owedCells(each, model)),
          ]),
    ),
  });
}

function waitingTable(model: DiaryModel): Html {
  const { waiting, calendar } = model;
  const dayOf = ({ startsAt }: Held) => dayLabel(atTheOffice(startsAt, calendar).toPlainDate());
  return table({
    ...looks,
    caption: 'Waiting for you',
    head: [{ text: 'Day' }, ...head],
    rows: waiting.map((each) => [{ text: dayOf(each) }, ...cells(each, model)]),
  });
}

const looks = {
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--dense lintel-table--cards',
  firstCellIsHeader: true,
} as const;
const head = [
  { text: 'When' },
  { text: 'What' },
  { text: 'Case' },
  { text: 'Who' },
  { text: 'How it stands' },
];

function cells(each: Held, { whose, now, calendar }: DiaryModel) {
  return [
    { text: hoursOf(each, calendar) },
    { html: html`<a class="govuk-link" href="${paths.planned(each.caseId, each.id)}">${whatOf(each)}</a>` },
    { text: each.reference },
    { text: whose === 'mine' && each.secondStaffName === null ? 'You' : whoOf(each) },
    { html: marksOf(each, now) },
  ];
}

function inTheirOrder(listed: readonly Held[], calls: readonly HeldCall[]): readonly (Held | HeldCall)[] {
  const at = (each: Held | HeldCall) => ('startsAt' in each ? each.startsAt : each.at);
  return [...listed, ...calls].sort((one, other) => Temporal.Instant.compare(at(one), at(other)));
}

/** A call that somebody waits for: it is owed at that time, whoever rings. */
function owedCells({ id, at, reference, leadName, against }: HeldCall, { whose, now, calendar }: DiaryModel) {
  const late = Temporal.Instant.compare(at, now) < 0;
  const standing = late
    ? tag({ text: 'Overdue', classes: 'govuk-tag--red' })
    : tag({ text: 'Promised', classes: 'govuk-tag--blue' });
  const unknown =
    against.length > 0 && html` ${tag({ text: 'No safe way known', classes: 'govuk-tag--red' })}`;
  return [
    { text: clock(at, calendar) },
    { html: html`<a class="govuk-link" href="/calls/${id}">Call that was promised</a>` },
    { text: reference },
    { text: leadName === null ? 'Whoever is there' : whose === 'mine' ? 'You' : leadName },
    { html: html`<div>${standing}${unknown}</div>` },
  ];
}
