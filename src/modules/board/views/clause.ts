import { chartImage } from '#kit/components/chart-image.ts';
import { details } from '#kit/components/details.ts';
import { fold } from '#kit/components/fold.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Responsibility } from '#rules/pack.ts';
import type { ClauseLine } from '../board.ts';
import { shareInWords, type Viewer } from '../discretion.ts';
import { type OpenPromise, promiseLink } from '../drill-down.ts';
import { partsOf, reasonsOf } from '../figures.ts';
import { monthInWords, type Year } from '../months.ts';
import { discretion, periodErrors } from './board.ts';
import { extent, unmeasured } from './clause-tables.ts';
import { figureCells, figureHeads } from './figure-cells.ts';
import { type PeriodModel, periodLinks } from './period-links.ts';

export interface ClauseModel extends PeriodModel {
  readonly line: ClauseLine;
  readonly responsible: readonly Responsibility[];
  readonly viewer: Viewer;
  readonly years: readonly Year[];
  /** What may be looked into; null for whoever sees figures only. */
  readonly open: { readonly owed: readonly OpenPromise[]; readonly broken: readonly OpenPromise[] } | null;
  /** A moment in words, on the clock of the office. */
  readonly when: (at: Temporal.Instant) => string;
  /** When a promise is due, in words. */
  readonly due: (promise: OpenPromise) => string;
}

/** One clause: what its figures mean, how it has been kept for a year, and what may be looked into. */
export function clausePage(model: ClauseModel): Html {
  const { line, period, viewer, years, open, errors, responsible } = model;
  const { clause } = line;
  const path = `/board/${clause.id}`;
  return html`${periodErrors(errors)}<span class="govuk-caption-l">${clause.heading}</span>
<h1 class="govuk-heading-l">${clause.id}</h1>
<p class="govuk-body-l">${clause.says}</p>
${responsible.map(({ role, duty }) => html`<p class="govuk-body">${role}: ${duty}</p>`)}
${(clause.forReview ?? []).map(({ found, says }) =>
  insetText({
    html: html`<strong>Something for the review.</strong>
  The policy has it so: “${found}”. ${says}`,
  }),
)}
<p class="govuk-body">${extent(line)}${unmeasured(line)}</p>
${
  line.commitments.length > 0 &&
  html`${periodLinks(path, model)}<p class="govuk-body">Figures for ${period.label} (${dateInWords(period.from)}
    to ${dateInWords(period.to)}).</p>${viewer === 'figures-only' && discretion}${figures(model)}${definitions(
      line,
    )}${reasons(model)}`
}
${years.length > 0 && byMonth(path, model)}${open && cases(open, model)}`;
}

function figures({ line, viewer }: ClauseModel): Html {
  return table({
    caption: 'What is measured',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board lintel-board--one',
    head: [{ text: 'Commitment', classes: 'lintel-board__clause' }, ...figureHeads(viewer)],
    firstCellIsHeader: true,
    rows: line.commitments.map(({ commitment, standing }) => [
      { text: commitment.title },
      ...figureCells(standing, viewer),
    ]),
  });
}

/** Folded where there are several: whoever compares figures reads the words once. On paper they are always there. */
function definitions({ commitments }: ClauseLine): Html {
  return fold({
    heading: 'What the figures count',
    about: commitments.length === 1 ? '1 commitment' : `${commitments.length} commitments`,
    open: commitments.length === 1,
    html: summaryList({
      rows: commitments.map(({ commitment: { title, definition } }) => ({
        key: { text: title },
        value: { text: definition },
      })),
    }),
  });
}

/** How those ended that were neither kept in time nor broken, and what was answered to what was offered. */
function reasons({ line, viewer }: ClauseModel): readonly (Html | false)[] {
  return line.commitments.map(({ commitment, standing }) => {
    if (standing.kind !== 'promise' && standing.kind !== 'count') return false;
    const { tally } = standing;
    const rows = [
      ...(tally.recordedLate > 0
        ? [
            {
              why: 'Recorded late, and nobody has confirmed it yet',
              number: partsOf(tally, viewer).recordedLate,
            },
          ]
        : []),
      ...(tally.atBirth > 0
        ? [{ why: 'Kept by the act that began it: in no share', number: partsOf(tally, viewer).atBirth }]
        : []),
      ...reasonsOf(tally, viewer),
    ];
    if (rows.length === 0) return false;
    return table({
      caption: `Told apart: ${commitment.title}`,
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--dense lintel-table--narrow',
      head: [{ text: 'How' }, { text: 'How many', format: 'numeric' }],
      firstCellIsHeader: true,
      rows: rows.map(({ why, number: many }) => [{ text: why }, { text: many, format: 'numeric' }]),
    });
  });
}

/** Of a clause under which much is promised it is folded: a phone has no room for ten charts. */
function byMonth(path: string, { years, viewer }: ClauseModel): Html {
  const what = years.length === 1 ? 'the commitment' : 'each commitment';
  return fold({
    heading: 'By month',
    about: years.length === 1 ? '1 commitment' : `${years.length} commitments`,
    open: years.length <= openUpTo,
    html: [
      chartImage({
        src: `${path}/trend.svg`,
        height: 200 * years.length,
        alt: `The share kept of ${what} by month; the tables below say the same.`,
      }),
      ...years.map((year) => monthTable(year, viewer)),
    ],
  });
}

const openUpTo = 2;

/** So many months are there at once; what is older is folded. */
const atOnce = 3;

function monthTable(year: Year, viewer: Viewer): Html {
  const months = year.months.toReversed();
  const older = months.slice(atOnce);
  const newest = monthRows(year, months.slice(0, atOnce), viewer);
  return html`<h3 class="govuk-heading-s">${year.commitment.title}</h3>${newest}${
    older.length > 0 &&
    details({
      summaryText: older.length === 1 ? 'The month before' : `The ${older.length} months before`,
      html: monthRows(year, older, viewer),
    })
  }`;
}

function monthRows({ commitment }: Year, months: Year['months'], viewer: Viewer): Html {
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
        { text: shareInWords(share), classes: share.kind === 'none' ? 'lintel-cell--bare' : '' },
        ...[ended, kept, recordedLate, byPlan, broken, otherwise].map((text) => ({
          text,
          format: 'numeric' as const,
          ...(text === '0' && { classes: 'lintel-cell--none' }),
        })),
      ];
    }),
  });
}

function cases({ owed, broken }: NonNullable<ClauseModel['open']>, model: ClauseModel): Html {
  return html`<h2 class="govuk-heading-m">Look into it</h2>
    <p class="govuk-body">The figures above and the lists below count what you may open.</p>
    ${list('Still owed', owed, model)}${list(`Broken in ${model.period.label}`, broken, model)}`;
}

/** So many are there at once; the others are folded. */
const promisesAtOnce = 10;

function list(caption: string, promises: readonly OpenPromise[], model: ClauseModel): Html {
  if (promises.length === 0)
    return html`<h3 class="govuk-heading-s">${caption}</h3><p class="govuk-body">Nothing that you may open.</p>`;
  const others = promises.slice(promisesAtOnce);
  return html`${promiseRows(caption, promises.slice(0, promisesAtOnce), model)}${
    others.length > 0 &&
    details({
      summaryText: `${caption}: ${others.length} more`,
      html: promiseRows(`${caption}, the others`, others, model),
    })
  }`;
}

function promiseRows(caption: string, promises: readonly OpenPromise[], { line, when, due }: ClauseModel) {
  const titles = new Map(line.commitments.map(({ commitment }) => [commitment.id, commitment.title]));
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Reference' }, { text: 'Commitment' }, { text: 'Due' }, { text: 'How it stands' }],
    rows: promises.map((promise) => [
      { html: link(promise) },
      {
        text: titles.get(promise.commitment) ?? promise.commitment,
        classes: 'lintel-cell--words',
      },
      { text: due(promise) },
      { text: standing(promise, when), classes: 'lintel-cell--bare' },
    ]),
  });
}

function link(promise: OpenPromise): Html {
  const { href, text } = promiseLink(promise);
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

function standing({ outcome, fulfilledAt }: OpenPromise, when: ClauseModel['when']): string {
  if (outcome === null) return 'Running';
  return fulfilledAt === null ? 'Broken, still owed' : `Broken, kept late: ${when(fulfilledAt)}`;
}
