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
  'Measured',
  'Note',
];

/** A row by the names of its columns: what is not named stays empty. */
export function csvRow(cells: Readonly<Record<string, string>>): readonly string[] {
  return boardHeads.map((head) => cells[head] ?? '');
}

const extents: Readonly<Record<ClauseLine['extent'], string>> = {
  whole: 'Measured',
  part: 'Measured in part',
  none: 'Not measured yet',
  statement: 'A statement: nothing to measure',
};

/** The board clause by clause, as rows of text below those names, and what earlier policies promised. */
export function boardRows(board: Board, period: Period, viewer: Viewer): readonly (readonly string[])[] {
  const days = daysOf(period);
  const earlier = board.earlier.flatMap(({ pack, cite, commitments }) =>
    commitments.map((each) =>
      rowOf(
        {
          Clause: each.commitment.clauses.map(cite).join('; '),
          Heading: `Earlier policy: ${pack.title}, ${pack.version}`,
        },
        each,
      ),
    ),
  );
  const present = board.headings.flatMap(({ heading, lines }) =>
    lines.flatMap(({ clause, commitments, extent }) => {
      const about = { Clause: clause.id, Heading: heading, Says: clause.says, Measured: extents[extent] };
      const forReview = (clause.forReview ?? []).map(({ found, says }) =>
        csvRow({ ...about, ...days, Note: `For the review: the policy has it so: “${found}”. ${says}` }),
      );
      if (commitments.length === 0)
        return [csvRow({ ...about, ...days, Note: 'A statement: nothing to measure.' }), ...forReview];
      return [...commitments.map((each) => rowOf(about, each)), ...forReview];
    }),
  );
  return [...present, ...earlier];

  function rowOf(
    about: Readonly<Record<string, string>>,
    { commitment, standing }: ClauseLine['commitments'][number],
  ) {
    const named = {
      ...about,
      ...days,
      Commitment: commitment.title,
      Definition: commitment.definition,
    };
    if (standing.kind === 'count')
      return csvRow({
        ...named,
        'Of them': reasons(standing.tally, viewer),
        Note: standingInWords(standing, viewer),
      });
    if (standing.kind !== 'promise') return csvRow({ ...named, Note: standingInWords(standing, viewer) });
    return csvRow({ ...named, ...figuresInColumns(standing, viewer) });
  }
}

export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): { From: string; To: string } {
  return { From: from.toString(), To: to.toString() };
}

/** How a promise stands, by the names of the columns. */
export function figuresInColumns(
  standing: Parameters<typeof figuresOf>[0],
  viewer: Viewer,
): Readonly<Record<string, string>> {
  const figures = figuresOf(standing, viewer);
  return {
    Kept: figures.shareWords,
    Ended: figures.ended,
    'Kept in time': figures.kept,
    'Recorded late, not confirmed yet': figures.recordedLate,
    'By plan': figures.byPlan,
    Broken: figures.broken,
    'Already kept when it began': figures.atBirth,
    'Ended otherwise': figures.otherwise,
    'Of them': reasons(standing.tally, viewer),
    'Running now': figures.running ?? '',
    'Overdue now': figures.overdue ?? '',
    Trend: figures.trend.words,
  };
}

function reasons(tally: Tally, viewer: Viewer): string {
  return reasonsOf(tally, viewer)
    .map(({ why, number }) => `${why}: ${number}`)
    .join('; ');
}
