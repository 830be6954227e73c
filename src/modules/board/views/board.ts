import { errorSummary } from '#kit/components/error-summary.ts';
import { fold } from '#kit/components/fold.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import type { Board, ClauseLine } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { isMeasured } from '../measures.ts';
import { periodQuery } from '../period.ts';
import { earlierTable, measuredTable, statementTable, unmeasuredTable } from './clause-tables.ts';
import { type PeriodModel, periodLinks } from './period-links.ts';
import { summary } from './summary.ts';

export interface BoardModel extends PeriodModel {
  readonly pack: Pack;
  readonly board: Board;
  readonly viewer: Viewer;
  /** From which day the policy holds; null: since the landlord began. */
  readonly since: Temporal.PlainDate | null;
  /** May whoever reads it try out a changed policy? */
  readonly maySimulate: boolean;
}

/** Every clause of the policy: first those with figures, then those not measured yet, each in the policy's order. */
export function boardPage(model: BoardModel): Html {
  const { pack, board, viewer, period, errors, since } = model;
  const query = periodQuery(period);
  return html`${periodErrors(errors)}<div class="lintel-heading"><h1 class="govuk-heading-l">Policy board</h1><span>${model.maySimulate && html`<a class="govuk-link" href="/board/what-if">What if it were different?</a> `}<a class="govuk-link" href="/board.csv${query}">Download as CSV</a></span></div>
<p class="govuk-body lintel-board-about">${pack.title}, ${pack.publisher}${since && `, in force since ${dateInWords(since)}`}. Figures for ${period.label} (${dateInWords(period.from)} to ${dateInWords(period.to)}), against ${dateInWords(period.previous.from)} to ${dateInWords(period.previous.to)}.${viewer === 'sees-cases' && ' They count what you may open.'} <a class="govuk-link" href="/needs/breakdown">Who we support</a></p>
${periodLinks('/board', model)}${summary(board.summary, viewer)}${viewer === 'figures-only' && discretion}
<h2 class="govuk-heading-m">What is measured</h2>${legend}
${byHeading(board, hasFigures, (heading, lines) => measuredTable(heading, lines, viewer, query))}
${board.earlier.length > 0 && earlier(board.earlier, viewer)}${fold({
  heading: 'Not measured yet',
  about: `${clauses(board, hasNone)}, each with the reason`,
  html: byHeading(board, hasNone, (heading, lines) => unmeasuredTable(heading, lines, query)),
})}${fold({
  heading: 'Statements',
  about: `${clauses(board, isStatement)} that promise nothing`,
  html: byHeading(board, isStatement, (heading, lines) => statementTable(heading, lines, query)),
})}`;
}

/** What no clause above promises any more: it is owed all the same, and what ended is counted. */
function earlier(promises: Board['earlier'], viewer: Viewer): Html {
  return html`<h2 class="govuk-heading-m">Promised by an earlier policy</h2><p class="govuk-body">The policy in force does not promise these. What had begun keeps its terms, and is counted until it ends.</p>${promises.map((each) => earlierTable(each, viewer))}`;
}

function clauses({ headings }: Board, belong: (line: ClauseLine) => boolean): string {
  const count = headings.flatMap(({ lines }) => lines).filter(belong).length;
  return count === 1 ? '1 clause' : `${count} clauses`;
}

function byHeading(
  { headings }: Board,
  belongs: (line: ClauseLine) => boolean,
  shown: (heading: string, lines: readonly ClauseLine[]) => Html,
): readonly (Html | false)[] {
  return headings.map(({ heading, lines }) => {
    const here = lines.filter(belongs);
    return here.length > 0 && shown(heading, here);
  });
}

function isStatement({ commitments }: ClauseLine): boolean {
  return commitments.length === 0;
}

function hasFigures({ commitments }: ClauseLine): boolean {
  return commitments.some(({ standing }) => isMeasured(standing));
}

function hasNone(line: ClauseLine): boolean {
  return !isStatement(line) && !hasFigures(line);
}

const legend = html`<dl class="lintel-legend">${[
  ['Kept', 'of those that ended'],
  ['By plan', 'a safer plan was agreed, or they wished it so: counted apart, never as kept'],
  ['Broken', 'ended late or not at all'],
  ['Overdue', 'broken and still owed'],
  ['▲ ▼ ▬', 'better, worse or the same as the time before'],
].map(
  ([word, means]) => html`<div class="lintel-legend__entry"><dt>${word}</dt> <dd>${means}</dd></div>`,
)}</dl>`;

export const discretion = insetText({
  text: 'Figures from 5 on are rounded to the nearest 5, and smaller ones are not told, so that nobody can be recognised.',
});

export function periodErrors(errors: PeriodModel['errors']): Html | false {
  const list = (['from', 'to'] as const).flatMap((end) =>
    errors[end] ? [{ text: errors[end], href: `#${end}-day` }] : [],
  );
  return list.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: list });
}
