import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { few } from '#rules/few.ts';
import { dateInWords } from '#rules/moment.ts';
import { kindOf } from '../kinds.ts';
import type { Waits, YearWaits } from '../store/waits.ts';

/** How long people waited, by kind and financial year: who waits still is counted, and never left out. */
export function waitsPage(years: readonly YearWaits[]): Html {
  return html`<h1 class="govuk-heading-l">How long people wait</h1>
<p class="govuk-body">From the day on which they said that they would like something to the day on which they had it, by
kind and by the financial year in which they said so, of months that are over.</p>
<ul class="govuk-list govuk-list--bullet"><li>Half of them had it within so many days. Who has not got it counts as
waiting, however long ago it was: where that is more than half, no number of days is told.</li>
<li>“As we say” is what a colleague or a contractor wrote down; “as they say” what people confirmed themselves.</li>
<li>What ended before it came, because they did not want it any more or had it otherwise, stands apart.</li>
<li>What fewer than five cases had is told together with others, or left out: nobody can be found in it.</li></ul>
${years.map(yearPart)}`;
}

function yearPart({ name, from, until, whole, waits }: YearWaits): Html {
  const last = until.subtract({ days: 1 });
  return html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-hint">${dateInWords(from)} to ${dateInWords(last)}${!whole && ', so far'}</p>${
    waits.length === 0
      ? html`<p class="govuk-body">Nothing that can be told without telling of somebody.</p>`
      : table({
          caption: `How long people waited in ${name}`,
          captionClasses: 'govuk-visually-hidden',
          classes: 'lintel-table--cards',
          firstCellIsHeader: true,
          head: [
            { text: 'What' },
            { text: 'Would like it', format: 'numeric' },
            { text: 'Have it', format: 'numeric' },
            { text: 'Half within, as we say', format: 'numeric' },
            { text: 'Half within, as they say', format: 'numeric' },
            { text: 'Ended before it came', format: 'numeric' },
            { text: 'Written down days later', format: 'numeric' },
          ],
          rows: waits.map(rowOf),
        })
  }`;
}

function rowOf({ kind, wanted, delivered, halfDelivered, halfConfirmed, ended, late }: Waits) {
  const numbers = [
    few(wanted),
    few(delivered),
    within(halfDelivered),
    within(halfConfirmed),
    few(ended),
    few(late),
  ];
  return [
    { text: kind === 'together' ? 'Other kinds together' : kindOf(kind).label },
    ...numbers.map((text) => ({ text, format: 'numeric' as const })),
  ];
}

function within(days: number | null): string {
  if (days === null) return 'More than half wait';
  if (days === 0) return 'The same day';
  return days === 1 ? '1 day' : `${days} days`;
}
