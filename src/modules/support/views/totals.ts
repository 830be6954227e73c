import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { gainKinds } from '#modules/money/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { kindOf } from '../kinds.ts';
import type { CostTotal, YearTotals } from '../store/totals.ts';

/** To the nearest fifty pounds: what one order cost cannot be read from two months that follow each other. */
function about(pence: number): string {
  return `£${(Math.round(pence / 5_000) * 50).toLocaleString('en-GB')}`;
}

export function totalsPage(years: readonly YearTotals[]): Html {
  return html`<h1 class="govuk-heading-l">Costs</h1>
<p class="govuk-body">What support cost, to the nearest £50, by kind and by financial year, of months that are
over. What fewer than five cases had is told together with others, or left out: nobody can be found in it.</p>
${years.map((year) => yearPart(year))}
<p class="govuk-body">What advice brought is what people have of it, and is never set off against what it cost. What
comes each week is told for a year of fifty-two weeks.</p>
<p class="govuk-body">Spent is what somebody wrote down as it was delivered. What has no price yet is counted apart, and
is not nought. Hours of work, home security, moves and what was avoided are not counted here.</p>`;
}

function yearPart({ name, from, until, whole, totals, gained }: YearTotals): Html {
  const last = until.subtract({ days: 1 });
  return html`<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-hint">${dateInWords(from)} to ${dateInWords(last)}${!whole && ', so far'}</p>${
    totals.length === 0
      ? html`<p class="govuk-body">Nothing that can be told without telling of somebody.</p>`
      : table({
          caption: `Costs of ${name}`,
          captionClasses: 'govuk-visually-hidden',
          classes: 'lintel-table--cards',
          firstCellIsHeader: true,
          head: [
            { text: 'What' },
            { text: 'Approved', format: 'numeric' },
            { text: 'Spent', format: 'numeric' },
            { text: 'Delivered', format: 'numeric' },
            { text: 'Without a price yet', format: 'numeric' },
          ],
          rows: totals.map((each) => [
            { text: each.kind === 'together' ? 'Other kinds together' : kindOf(each.kind).label },
            { text: about(each.approvedPence), format: 'numeric' },
            { text: about(each.spentPence), format: 'numeric' },
            { text: few(each.delivered), format: 'numeric' },
            { text: few(each.unpriced), format: 'numeric' },
          ]),
        })
  }${gainedPart(name, gained)}`;
}

function gainedPart(name: string, gained: YearTotals['gained']): Html | undefined {
  if (gained.length === 0) return undefined;
  return table({
    caption: `What advice brought in ${name}`,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'What' }, { text: 'Once', format: 'numeric' }, { text: 'In a year', format: 'numeric' }],
    rows: gained.map(({ kind, oncePence, yearlyPence }) => [
      { text: kind === 'together' ? 'Other kinds together' : labelOf(gainKinds, kind) },
      { text: about(oncePence), format: 'numeric' },
      { text: about(yearlyPence), format: 'numeric' },
    ]),
  });
}

function few(number: CostTotal['delivered']): string {
  if (number === 0) return '0';
  return number < 5 ? 'fewer than 5' : `about ${Math.round(number / 5) * 5}`;
}
