import type { Board, ClauseLine } from './board.ts';
import type { Viewer } from './discretion.ts';
import { figuresOf, standingInWords } from './figures.ts';
import type { Period } from './period.ts';

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
  'By plan',
  'Broken',
  'Running now',
  'Overdue now',
  'Trend',
  'Note',
];

/** The board as rows of text below those names. */
export function boardRows(board: Board, period: Period, viewer: Viewer): readonly (readonly string[])[] {
  const days = [period.from.toString(), period.to.toString()];
  const earlier = board.earlier.flatMap(({ pack, commitments }) =>
    commitments.map((each) =>
      rowOf([each.commitment.clauses.join(' '), `Earlier policy: ${pack.title}, ${pack.version}`, ''], each),
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
    if (standing.kind !== 'promise') return [...named, ...nothing, standingInWords(standing, viewer)];
    const figures = figuresOf(standing, viewer);
    const { shareWords, ended, kept, byPlan, broken, running, overdue, trend } = figures;
    return [...named, shareWords, ended, kept, byPlan, broken, running ?? '', overdue ?? '', trend.words, ''];
  }
}

const nothing = ['', '', '', '', '', '', '', ''];
