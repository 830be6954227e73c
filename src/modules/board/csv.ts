import type { Board } from './board.ts';
import type { Viewer } from './discretion.ts';
import { figuresOf, standingInWords } from './figures.ts';
import type { Period } from './period.ts';

const heads = [
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
] as const;

/** The board as rows of text, the names of the columns first. */
export function boardRows(board: Board, period: Period, viewer: Viewer): readonly (readonly string[])[] {
  const days = [period.from.toString(), period.to.toString()];
  const rows = board.headings.flatMap(({ heading, lines }) =>
    lines.flatMap(({ clause, commitments }) => {
      const about = [clause.id, heading, clause.says];
      if (commitments.length === 0)
        return [[...about, '', '', ...days, ...nothing, 'A statement: nothing to measure.']];
      return commitments.map(({ commitment, standing }) => {
        const named = [...about, commitment.title, commitment.definition, ...days];
        if (standing.kind !== 'promise') return [...named, ...nothing, standingInWords(standing, viewer)];
        const figures = figuresOf(standing, viewer);
        const { shareWords, ended, kept, byPlan, broken, running, overdue, trend } = figures;
        return [
          ...named,
          shareWords,
          ended,
          kept,
          byPlan,
          broken,
          running ?? '',
          overdue ?? '',
          trend.words,
          '',
        ];
      });
    }),
  );
  return [heads, ...rows].map((row) => row.map(harmless));
}

const nothing = ['', '', '', '', '', '', '', ''];

/** A spreadsheet takes a cell that begins so for a formula. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
