import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { endedIn, type Forecast, type PromiseForecast, type Range } from '../forecast.ts';
import { discreet, hours, percent, ranged, wait } from '../rounding.ts';

/** What would have been: the promises first, then the work. @param changed what would be different, in words */
export function forecastTables(forecast: Forecast, changed: readonly string[]): Html {
  return html`<h2 class="govuk-heading-m">If
  ${changed.length === 0 ? 'nothing were different' : new Intl.ListFormat('en-GB').format(changed)}</h2>
${promises(forecast.promises)}${work(forecast)}`;
}

function promises(all: readonly PromiseForecast[]): Html {
  return table({
    caption: 'Promises',
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [
      { text: 'Promise' },
      { text: 'Ended last year', format: 'numeric' },
      { text: 'Broken', format: 'numeric' },
      { text: 'Would end', format: 'numeric' },
      { text: 'Would be broken', format: 'numeric' },
    ],
    rows: all.map(({ title, before, ended, breached }) => [
      { text: title },
      { text: discreet(endedIn(before)), format: 'numeric' },
      { text: discreet(before.breached), format: 'numeric' },
      { text: ranged(ended), format: 'numeric' },
      { html: html`<strong>${ranged(breached)}</strong>`, format: 'numeric' },
    ]),
  });
}

function work({ use, hoursAWeek, longestWait }: Forecast): Html {
  const row = (text: string, before: string, after: string) => [
    { text },
    { text: before, format: 'numeric' as const },
    { html: html`<strong>${after}</strong>`, format: 'numeric' as const },
  ];
  const over = ({ low, high, middle }: Range, says: (value: number) => string) =>
    says(low) === says(high) ? says(middle) : `${says(low)} to ${says(high)}`;
  return html`${table({
    caption: 'Work',
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [
      { text: 'By these assumptions' },
      { text: 'Last year', format: 'numeric' },
      { text: 'Would be', format: 'numeric' },
    ],
    rows: [
      row('Of the team’s hours, taken by this work', percent(use.before), over(use.after, percent)),
      row('Hours for each colleague in a week', hours(hoursAWeek.before), over(hoursAWeek.after, hours)),
      row(
        'The longest that something just told had to wait',
        wait(longestWait.before),
        over(longestWait.after, wait),
      ),
    ],
  })}${
    use.after.middle > 1 &&
    html`<p class="govuk-body">
      <strong>The work would be more than the team has hours for.</strong> What waits would grow from week to
      week; more colleagues, or fewer minutes for each case, are needed before the terms can be kept.</p>`
  }`;
}
