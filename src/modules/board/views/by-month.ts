import { chartImage } from '#kit/components/chart-image.ts';
import { details } from '#kit/components/details.ts';
import { fold } from '#kit/components/fold.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Viewer } from '../discretion.ts';
import { partsOf, shareSaid } from '../figures.ts';
import { silenceOf } from '../measures.ts';
import { monthInWords, trendHeight, type Year } from '../months.ts';
import type { ClauseModel } from './clause-model.ts';

/** Of a clause under which much is promised it is folded: a phone has no room for ten charts. */
export function byMonth(path: string, { years, viewer }: Pick<ClauseModel, 'years' | 'viewer'>): Html {
  return fold({
    heading: 'By month',
    about: years.length === 1 ? '1 commitment' : `${years.length} commitments`,
    open: years.length <= openUpTo,
    html: years.map((year) => ofOne(path, year, viewer)),
  });
}

const openUpTo = 2;

/** So many months are there at once; what is older is folded. */
const atOnce = 3;

/** Its title is a heading of the page, which wraps; in the picture it would be cut off on a phone. */
function ofOne(path: string, year: Year, viewer: Viewer): Html {
  const { id, title } = year.commitment;
  return html`<h3 class="govuk-heading-s">${title}</h3>${chartImage({
    name: title,
    src: `${path}/trend.svg?of=${id}`,
    height: trendHeight,
    alt: `${title}: the share kept by month; the table below says the same.`,
  })}${monthTable(year, viewer)}`;
}

function monthTable(year: Year, viewer: Viewer): Html {
  const months = year.months.toReversed();
  const older = months.slice(atOnce);
  const newest = monthRows(year, months.slice(0, atOnce), viewer);
  return html`${newest}${
    older.length > 0 &&
    details({
      summaryText: older.length === 1 ? 'The month before' : `The ${older.length} months before`,
      html: monthRows(year, older, viewer),
    })
  }`;
}

function monthRows({ commitment }: Year, months: Year['months'], viewer: Viewer): Html {
  const { silence } = silenceOf(commitment.measure);
  return table({
    caption: `${commitment.title}, by month`,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--narrow lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Month' },
      { text: 'Kept' },
      { text: 'Ended', format: 'numeric' },
      { text: 'In time', format: 'numeric' },
      { text: 'Recorded late', format: 'numeric' },
      { text: 'By plan', format: 'numeric' },
      { text: 'Broken', format: 'numeric' },
      { text: 'Ended otherwise', format: 'numeric' },
    ],
    firstCellIsHeader: true,
    rows: months.map(({ month, tally, share }) => {
      const parts = partsOf(tally, viewer);
      const { ended, kept, recordedLate, byPlan, broken, otherwise } = parts;
      return [
        { text: monthInWords(month) },
        {
          text: shareSaid(share, tally, silence, viewer),
          classes: share.kind === 'none' ? 'lintel-cell--bare' : '',
        },
        ...[ended, kept, recordedLate, byPlan, broken, otherwise].map((text) => ({
          text,
          format: 'numeric' as const,
          ...(text === '0' && { classes: 'lintel-cell--none' }),
        })),
      ];
    }),
  });
}
