import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { type DayOfReader, readingInWords } from '../readers.ts';

/** A line for each day of a colleague. */
export function readersTable(
  days: readonly DayOfReader[],
  reasonsOf: (day: DayOfReader) => readonly string[],
): Html {
  return table({
    caption: 'Who opened this case',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'Day' }, { text: 'Who' }, { text: 'What' }, { text: 'Why' }],
    rows: days.map((each) => [
      { text: dayOfWeekInWords(each.day) },
      { text: each.name },
      { html: listed(each.opened.map(readingInWords)), classes: 'lintel-cell--words' },
      { html: listed(reasonsOf(each)), classes: 'lintel-cell--line' },
    ]),
  });
}

function listed(lines: readonly string[]): Html {
  return html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
