import { closureNotice, closuresAQuarter, quarterOf } from '#rules/closures.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { capitalised } from '#rules/words.ts';
import type { Board } from './board.ts';
import type { ClosedDay, ClosedInPeriod } from './closures.ts';
import { csvRow, daysOf, figuresInColumns } from './csv.ts';
import type { Viewer } from './discretion.ts';
import { number } from './figures.ts';
import { against, type Period } from './period.ts';

export interface Beside {
  readonly pack: Pack;
  /** From which day the policy holds; null: since the landlord began. */
  readonly since: Temporal.PlainDate | null;
  readonly closed: ClosedInPeriod;
}

/**
 * What stands on the board beside its clauses, as rows of the same columns: the policy, what was closed, the promises
 * named first and the sample audit. A file that kept silent about them would look better than the page.
 */
export function besideRows(
  board: Board,
  period: Period,
  viewer: Viewer,
  { pack, since, closed }: Beside,
): readonly (readonly string[])[] {
  const held = since ? `In force since ${dateInWords(since)}.` : '';
  const compared = `${capitalised(against(period))}.`;
  const sees = viewer === 'sees-cases' ? 'Figures count what whoever took this file may open.' : '';
  return [
    csvRow({
      Heading: 'Policy',
      Says: `${pack.title}, ${pack.publisher}, version ${pack.version}`,
      ...daysOf(period),
      Note: [held, compared, sees].filter((each) => each !== '').join(' '),
    }),
    ...closedRows(closed),
    ...board.headline.map(({ title, ...figures }) =>
      csvRow({
        Heading: 'Promises named first',
        Commitment: title,
        ...daysOf(period),
        ...figuresInColumns({ kind: 'promise', ...figures }, viewer),
      }),
    ),
    ...sampleRows(board, viewer),
  ];
}

function closedRows({ days, short, opened, many }: ClosedInPeriod): readonly (readonly string[])[] {
  const late = new Set(short.map(({ day }) => day.toString()));
  const row = (heading: string, each: ClosedDay, more = '') =>
    csvRow({
      Heading: heading,
      ...daysOf({ from: each.day, to: each.day }),
      Note: `Proposed by ${each.proposedBy}, agreed by ${each.agreedBy} on ${dateInWords(each.agreedOn)}.${more}`,
    });
  return [
    ...days.map((each) =>
      row(
        'Closed by our own choice',
        each,
        late.has(each.day.toString()) ? ` Less than ${closureNotice} days ahead.` : '',
      ),
    ),
    ...opened.map((each) =>
      row(
        'Closed for a time and open after all',
        each,
        ' What began meanwhile was counted without this day.',
      ),
    ),
    ...many.map(({ quarter, number: closed }) =>
      csvRow({
        Heading: `More than ${closuresAQuarter} closed days in a quarter`,
        ...daysOf(quarterOf(quarter)),
        Note: `${closed} working days.`,
      }),
    ),
  ];
}

function sampleRows({ sample }: Board, viewer: Viewer): readonly (readonly string[])[] {
  if (!sample) return [];
  const { month, agreed, notAgreed, waiting } = sample;
  const [yes, no, open] = [agreed, notAgreed, waiting].map((each) => number(each, viewer));
  return [
    csvRow({
      Heading: 'Sample audit',
      ...daysOf({ from: month, to: month.with({ day: month.daysInMonth }) }),
      Note:
        `Of kept promises drawn by chance, somebody else agreed with ${yes} and did not agree with ${no}; ` +
        `${open} still to be looked at.`,
    }),
  ];
}
