import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { promisedChoices, restChoices } from '../fund.ts';
import { yearInWords } from '../ledger.ts';
import { paths } from '../paths.ts';
import type { Fund, FundYear, Given, YearEnd } from '../store/funds.ts';

/** To whole pounds: what lies behind is told to the nearest fifty. */
const about = (pence: number) => `about £${Math.round(pence / 100).toLocaleString('en-GB')}`;

/** Null: fewer than five people had it. */
const aboutOrFew = (pence: number | null) =>
  pence === null ? 'Not told: fewer than five people' : about(pence);

interface Listed {
  readonly funds: readonly Fund[];
  readonly years: readonly FundYear[];
  readonly year: number;
  readonly manages: boolean;
  /** How many things each goes on with though it has not the money; of cases that whoever looks is let into. */
  readonly short: ReadonlyMap<string, number>;
}

export function fundsPage({ funds, years, year, manages, short }: Listed): Html {
  return html`<h1 class="govuk-heading-l">Funds</h1>
<p class="govuk-body">Money that is set aside for help. Nobody reads here whom it was for.</p>
${manages && button({ text: 'Open a fund', href: paths.newFund })}
${
  funds.length === 0
    ? html`<p class="govuk-body">There is no fund yet. Help goes on without one.</p>`
    : table({
        ...{ caption: 'All funds', captionClasses: 'govuk-visually-hidden', classes: 'lintel-table--cards' },
        firstCellIsHeader: true,
        head: [
          { text: 'Fund' },
          { text: `Budget of ${yearInWords(year)}`, format: 'numeric' },
          { text: 'How it stands' },
        ],
        rows: funds.map((fund) => {
          const now = years.find((each) => each.fundId === fund.id && each.year === year);
          return [
            { html: html`<a class="govuk-link" href="${paths.fund(fund.id)}">${fund.name}</a>` },
            { text: now ? pounds(now.givenPence) : 'None yet', format: 'numeric' as const },
            { html: standsAs(fund, short.get(fund.id) ?? 0) },
          ];
        }),
      })
}`;
}

function standsAs({ endedAt }: Fund, short: number): Html {
  if (short > 0) return tag({ text: `${short} without money yet`, classes: 'govuk-tag--red' });
  if (endedAt) return tag({ text: 'Ended', classes: 'govuk-tag--grey' });
  return tag({ text: 'Open', classes: 'govuk-tag--green' });
}

export interface FundModel {
  readonly fund: Fund;
  readonly years: readonly FundYear[];
  readonly given: readonly Given[];
  readonly ends: readonly YearEnd[];
  readonly manages: boolean;
  /** A year that is over and was not ended. */
  readonly toEnd: number | null;
  /** How many things go on though it has not the money; null: whoever looks is told of none. */
  readonly short: number | null;
  readonly calendar: WorkingCalendar;
}

export function fundPage(model: FundModel): Html {
  const { fund, years, given, ends, manages, toEnd, short } = model;
  const when = (at: Temporal.Instant) => momentInWords(at, model.calendar);
  const yearOver = `The year ${toEnd === null ? '' : yearInWords(toEnd)} is over.`;
  return html`<h1 class="govuk-heading-l">${fund.name}</h1>
${fund.about !== '' && html`<p class="govuk-body">${fund.about}</p>`}
${
  fund.endedAt &&
  insetText({
    text: `Ended ${when(fund.endedAt)} by ${fund.endedByName ?? 'Lintel'}: ${fund.endedWhy} What was approved goes on.`,
  })
}${
  toEnd !== null &&
  manages &&
  insetText({ text: `${yearOver} Somebody decides what becomes of what it leaves.` })
}${manages && waysOn(fund, toEnd)}${
  short !== null &&
  short > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.cover(fund.id)}">${
    short === 1 ? 'One thing goes on' : `${short} things go on`
  } without its money yet</a></p>`
}
<h2 class="govuk-heading-m">By financial year</h2>
${years.length === 0 && html`<p class="govuk-body">It has no budget yet.</p>`}
${years.map(
  (each) =>
    html`<h3 class="govuk-heading-s">${yearInWords(each.year)}</h3>${summaryList({
      rows: [
        { key: { text: 'Budget' }, value: { text: pounds(each.givenPence) } },
        ...(each.told
          ? [
              { key: { text: 'Promised' }, value: { text: aboutOrFew(each.promisedPence) } },
              { key: { text: 'Paid' }, value: { text: aboutOrFew(each.paidPence) } },
            ]
          : [
              {
                key: { text: 'Taken of it' },
                value: { text: 'Not told: fewer than five people had of it by the end of last month' },
              },
            ]),
      ],
    })}`,
)}
<p class="govuk-hint">What was taken is told until the end of last month, to the nearest £50: whoever looks day by day
learns of nobody.</p>
<h2 class="govuk-heading-m">What was put in</h2>
${given.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
<ul class="govuk-list govuk-list--spaced">${given.map(
    (
      each,
    ) => html`<li><strong>${pounds(each.pence)}</strong> for ${yearInWords(each.year)}<br>${each.words}<br>
      <span class="govuk-hint">Recorded ${when(each.movedAt)} by ${each.movedByName ?? 'Lintel'}</span></li>`,
  )}</ul>
${
  ends.length > 0 &&
  html`<h2 class="govuk-heading-m">Years that were ended</h2>
<ul class="govuk-list govuk-list--spaced">${ends.map(
    (each) => html`<li><strong>${yearInWords(each.year)}</strong><br>What was approved and not ordered:
      ${labelOf(promisedChoices, each.promised)}. What was left: ${labelOf(restChoices, each.rest)}.<br>${each.why}<br>
      <span class="govuk-hint">Recorded ${when(each.endedAt)} by ${each.endedByName ?? 'Lintel'}</span></li>`,
  )}</ul>`
}`;
}

function waysOn({ id, endedAt }: Fund, toEnd: number | null): Html {
  const secondary = { classes: 'govuk-button--secondary' };
  const other = toEnd === null ? {} : secondary;
  return html`<div class="govuk-button-group">${
    toEnd !== null && button({ text: 'End the year', href: paths.yearEnd(id) })
  }${!endedAt && button({ text: 'Put money in', href: paths.budget(id), ...other })}${
    !endedAt && button({ text: 'It ends', href: paths.ending(id), ...secondary })
  }</div>`;
}
