import { table } from '#kit/components/table.ts';
import type { Html } from '#kit/html.ts';
import type { Listed } from '#modules/diary/index.ts';
import { dayLabel, hoursOf, whatOf, whoOf } from '#modules/diary/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';

/** When, what and who: no name of anybody but colleagues, and no place. */
export function plannedTable(planned: readonly Listed[], calendar: WorkingCalendar, caption: string): Html {
  return table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'Day' }, { text: 'When' }, { text: 'What' }, { text: 'Who' }],
    rows: planned.map((each) => [
      { text: dayLabel(atTheOffice(each.startsAt, calendar).toPlainDate()) },
      { text: hoursOf(each, calendar) },
      { text: whatOf(each) },
      { text: whoOf(each) },
    ]),
  });
}
