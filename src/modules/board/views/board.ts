import { errorSummary } from '#kit/components/error-summary.ts';
import { fold } from '#kit/components/fold.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import type { Board } from '../board.ts';
import type { ClosedInPeriod } from '../closures.ts';
import type { Viewer } from '../discretion.ts';
import { number } from '../figures.ts';
import type { SampleFigures } from '../measures.ts';
import { against, periodQuery } from '../period.ts';
import type { LaxerThreshold } from '../store/laxer-thresholds.ts';
import { worstFirst } from '../worst-first.ts';
import { clauseByClause } from './clause-tables.ts';
import { closedDays } from './closed-days.ts';
import { headline } from './headline.ts';
import { laxerThresholdsPart } from './laxer-thresholds.ts';
import { type PeriodModel, periodLinks } from './period-links.ts';
import { countedTable, earlierTable, promiseTable } from './promise-table.ts';

export interface BoardModel extends PeriodModel {
  readonly pack: Pack;
  readonly board: Board;
  readonly viewer: Viewer;
  /** From which day the policy holds; null: since the landlord began. */
  readonly since: Temporal.PlainDate | null;
  /** May whoever reads it try out a changed policy? */
  readonly maySimulate: boolean;
  readonly closed: ClosedInPeriod;
  readonly laxer: readonly LaxerThreshold[];
}

/** The promises named first, then what is worst, each promise once; then every clause and how far it is measured. */
export function boardPage(model: BoardModel): Html {
  const { pack, board, viewer, period, errors, since } = model;
  const query = periodQuery(period);
  return html`${periodErrors(errors)}<div class="lintel-heading"><h1 class="govuk-heading-l">Policy board</h1><span>${
    model.maySimulate && html`<a class="govuk-link" href="/board/what-if">What if it were different?</a> `
  }<a class="govuk-link" href="/board.csv${query}">Download as CSV</a></span></div>
<p class="govuk-body lintel-board-about">
  ${pack.title}, ${pack.publisher}${since && `, in force since ${dateInWords(since)}`}. Figures for ${period.label}
  (${dateInWords(period.from)} to ${dateInWords(period.to)}), ${against(period)}.${
    viewer === 'sees-cases' && ' They count what you may open.'
  }
  <a class="govuk-link" href="/needs/breakdown">Who we support</a></p>
${periodLinks('/board', model)}${closedDays(model.closed)}${laxerThresholdsPart(model.laxer, viewer)}
${headline(board.headline, viewer)}
${sampleLine(board.sample, viewer)}${viewer === 'figures-only' && discretion}
<h2 class="govuk-heading-m">What is worst, first</h2>${legend(viewer)}
${promiseTable(worstFirst(board.promises, viewer), viewer, query)}
${board.earlier.length > 0 && earlier(board.earlier, viewer)}
${fold({
  heading: 'What is counted',
  about: 'neither kept nor broken, and known',
  html: countedTable(board.counted, viewer, query),
})}${fold({
  heading: 'Clause by clause',
  about: extents(board.extents),
  html: clauseByClause(pack, board, period),
})}`;
}

/** How far somebody else agrees with what counts as kept: the figures above are typed by whoever is judged by them. */
function sampleLine(sample: SampleFigures | null, viewer: Viewer): Html | false {
  if (!sample) return false;
  const { month, agreed, notAgreed, waiting } = sample;
  const [yes, no, open] = [agreed, notAgreed, waiting].map((each) => number(each, viewer));
  return html`<p class="govuk-body"><strong>Sample audit, ${dateInWords(month).replace(/^\d+ /, '')}:</strong>
    of kept promises drawn by chance, somebody else agreed with ${yes} and did not agree with ${no};
    ${open} still to be looked at.${
      viewer === 'sees-cases' && html` <a class="govuk-link" href="/checks">Look at them</a>`
    }</p>`;
}

function extents({ whole, part, none, statement }: Board['extents']): string {
  return `${whole} measured, ${part} in part, ${none} not yet; ${statement} promise nothing`;
}

/** What no clause above promises any more: it is owed all the same, and what ended is counted. */
function earlier(promises: Board['earlier'], viewer: Viewer): Html {
  return html`<h2 class="govuk-heading-m">Promised by an earlier policy</h2>
    <p class="govuk-body">The policy in force does not promise these. What had begun keeps its terms,
    and is counted until it ends.</p>${promises.map((each) => earlierTable(each, viewer))}`;
}

function legend(viewer: Viewer): Html {
  const words = [
    [
      'Kept',
      'of those that ended; what was already kept when it began, by the act that began it, is no part of it',
    ],
    ...(viewer === 'sees-cases'
      ? [
          [
            'Recorded late',
            'written down after the deadline for a time before it; counts once a second person agrees',
          ],
          ['By plan', 'a safer plan was agreed, or they wished it so: counted apart, never as kept'],
        ]
      : []),
    ['Broken', 'ended late or not at all'],
    ['Overdue', 'broken and still owed'],
    ['▲ ▼ ▬', 'better, worse or the same as the time before'],
  ];
  return html`<dl class="lintel-legend">${words.map(
    ([word, means]) => html`<div class="lintel-legend__entry"><dt>${word}</dt> <dd>${means}</dd></div>`,
  )}</dl>`;
}

export const discretion = insetText({
  text:
    'Figures of each month from 5 on are rounded to the nearest 5, and smaller ones are not told, so that nobody can ' +
    'be recognised; other figures are added from these. Whole months are counted, and this one until yesterday.',
});

export function periodErrors(errors: PeriodModel['errors']): Html | false {
  const list = (['from', 'to'] as const).flatMap((end) =>
    errors[end] ? [{ text: errors[end], href: `#${end}-day` }] : [],
  );
  return list.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: list });
}
