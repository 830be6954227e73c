import { type DateOrder, orderShown } from './dates.ts';

/** What the dates of one column show, each with the first line that shows it. */
export interface DateEvidence {
  readonly dayFirst: number | null;
  readonly monthFirst: number | null;
  readonly either: number | null;
}

export const noEvidence: DateEvidence = { dayFirst: null, monthFirst: null, either: null };

/** With one more date of the column. */
export function shown(evidence: DateEvidence, written: string, line: number): DateEvidence {
  const order = orderShown(written);
  if (order === 'day-first') return evidence.dayFirst === null ? { ...evidence, dayFirst: line } : evidence;
  if (order === 'month-first')
    return evidence.monthFirst === null ? { ...evidence, monthFirst: line } : evidence;
  return order === 'either' && evidence.either === null ? { ...evidence, either: line } : evidence;
}

export interface DateDecision {
  readonly order: DateOrder;
  /** Said on the import, so that nothing is decided in silence. */
  readonly note: string | null;
}

/**
 * How a column is read: by what the whole of it shows. Where it shows both, or nothing but dates that could be either,
 * whoever imports is asked: a birthday that is guessed is somebody else's.
 * @param chosen what was answered, for this kind of file
 */
export function decideOrder(
  column: string,
  { dayFirst, monthFirst, either }: DateEvidence,
  chosen: DateOrder | null,
): DateDecision | { readonly ask: string } {
  if (dayFirst !== null && monthFirst !== null)
    return chosen
      ? {
          order: chosen,
          note: `${column} holds dates of both orders; read with ${inWords[chosen]}, as you said.`,
        }
      : {
          ask:
            `${column} holds dates of both orders: on line ${dayFirst} the day comes first, ` +
            `on line ${monthFirst} the month. Correct the file, or say which order holds: the others are reported.`,
        };
  const order = dayFirst !== null ? 'day-first' : monthFirst !== null ? 'month-first' : null;
  if (order === null) {
    if (either === null) return { order: 'day-first', note: null };
    return chosen
      ? { order: chosen, note: `${column} is read with ${inWords[chosen]}, as you said.` }
      : {
          ask: `No date in ${column} shows whether its day or its month comes first (see line ${either}). Say which.`,
        };
  }
  if (order === 'day-first') return { order, note: null };
  return { order, note: `${column} is read with the month first, as line ${monthFirst} shows.` };
}

const inWords: Readonly<Record<DateOrder, string>> = {
  'day-first': 'the day first',
  'month-first': 'the month first',
};
