import type { Board, ClauseLine } from './board.ts';
import type { Viewer } from './discretion.ts';
import { figuresOf, reasonsOf, standingInWords } from './figures.ts';
import type { Period } from './period.ts';
import type { Tally } from './tally.ts';

/** The names of the columns. */
export const boardHeads: readonly string[] = [
  'Clause',
  'Heading',
  'Says',
  'Commitment',
  'Definition',
  'From',
  'To',
  'Kept',
  'Ended',
  'Kept in time',
  'Recorded late, not confirmed yet',
  'By plan',
  'Broken',
  'Already kept when it began',
  'Ended otherwise',
  'Of them',
  'Running now',
  'Overdue now',
  'Trend',
  'Note',
];

/** The board as rows of text below those names. */
export function boardRows(board: Board, period: Period, viewer: Viewer): readonly (readonly string[])[] {
  const days = [period.from.toString(), period.to.toString()];
  const earlier = board.earlier.flatMap(({ pack, cite, commitments }) =>
    commitments.map((each) =>
      rowOf(
        [each.commitment.clauses.map(cite).join('; '), `Earlier policy: ${pack.title}, ${pack.version}`, ''],
        each,
      ),
    ),
  );
  const present = board.headings.flatMap(({ heading, lines }) =>
    lines.flatMap(({ clause, commitments }) => {
      const about = [clause.id, heading, clause.says];
      if (commitments.length === 0)
        return [[...about, '', '', ...days, ...nothing, 'A statement: nothing to measure.']];
      return commitments.map((each) => rowOf(about, each));
    }),
  );
  return [...present, ...earlier];

  function rowOf(about: readonly string[], { commitment, standing }: ClauseLine['commitments'][number]) {
    const named = [...about, commitment.title, commitment.definition, ...days];
    if (standing.kind === 'count')
      return [...named, ...nothing.with(7, reasons(standing.tally)), standingInWords(standing, viewer)];
    if (standing.kind !== 'promise') return [...named, ...nothing, standingInWords(standing, viewer)];
    const figures = figuresOf(standing, viewer);
    const { shareWords, ended, kept, recordedLate, byPlan, broken, atBirth, otherwise } = figures;
    return [
      ...[...named, shareWords],
      ...[ended, kept, recordedLate, byPlan, broken, atBirth, otherwise, reasons(standing.tally)],
      ...[figures.running ?? '', figures.overdue ?? '', figures.trend.words, ''],
    ];
  }

  function reasons(tally: Tally): string {
    return reasonsOf(tally, viewer)
      .map(({ why, number }) => `${why}: ${number}`)
      .join('; ');
  }
}

const nothing = Array.from({ length: 12 }, () => '');
