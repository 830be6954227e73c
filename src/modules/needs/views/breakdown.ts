import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Breakdown } from '../breakdown.ts';

export interface BreakdownModel {
  readonly breakdowns: readonly Breakdown[];
  readonly from: Temporal.PlainDate;
  /** The last day that counts. */
  readonly to: Temporal.PlainDate;
}

/** Whom we reach, by how people describe themselves: so that somebody notices whom we do not (V3.3, L2.7a). */
export function breakdownPage({ breakdowns, from, to }: BreakdownModel): Html {
  return html`<h1 class="govuk-heading-l">Who we support</h1>
<p class="govuk-body">Cases opened from ${dateInWords(from)} to ${dateInWords(to)},
  by how people describe themselves.</p>
${insetText({
  text:
    'Figures are rounded to the nearest 5. What is smaller than 5 is hidden, and so is the next ' +
    'smallest where it would give a hidden one away.',
})}
${breakdowns.map(({ label, rows, total }) =>
  table({
    caption: label,
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense',
    head: [{ text: 'Answer' }, { text: 'Cases', format: 'numeric' }],
    firstCellIsHeader: true,
    rows: [...rows.map((row) => [{ text: row.label }, figure(row.cases)]), [{ text: 'All' }, figure(total)]],
  }),
)}`;
}

function figure(cases: number | null) {
  return cases === null
    ? ({
        html: html`<span class="govuk-visually-hidden">Hidden</span><span aria-hidden="true">–</span>`,
        format: 'numeric',
      } as const)
    : ({ text: cases, format: 'numeric' } as const);
}
