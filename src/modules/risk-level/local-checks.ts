import { dateInWords } from '#rules/moment.ts';
import type { Choice } from '#rules/words.ts';
import type { WayOfKnowing } from './pathways.ts';

/** What the area said when somebody asked it about a line. */
export const checkOutcomes = [
  { value: 'holds', label: 'It still holds' },
  { value: 'differs', label: 'It is different now', hint: 'Say what they said, then set what holds' },
] as const satisfies readonly Choice[];
export type CheckOutcome = (typeof checkOutcomes)[number]['value'];

/** The last time that somebody asked the area: with whom there, and who of us did. */
export interface LastCheck {
  /** `2026-05-01` */
  readonly on: string;
  readonly withWhom: string;
  readonly outcome: CheckOutcome;
  readonly words: string;
  readonly byName: string | null;
}

/** A line of how a risk is heard or weighed in an area, as far as it is known to hold. */
export interface CheckedLine {
  readonly known: WayOfKnowing;
  /** As it was said when the line was set. */
  readonly checkedOn: Temporal.PlainDate | null;
  readonly setOn: Temporal.PlainDate;
  readonly lastCheck: LastCheck | null;
}

/** How long a check with the area is good for, as a helpline's is. */
export const monthsACheckHolds = 12;

/** Looked at by nobody, good, older than twelve months, or said to be different. */
export type CheckStanding = 'never' | 'holds' | 'due' | 'differs';

export function checkStanding(line: CheckedLine, today: Temporal.PlainDate): CheckStanding {
  if (line.lastCheck?.outcome === 'differs') return 'differs';
  const last = lastKnownToHold(line);
  if (last === null) return 'never';
  return Temporal.PlainDate.compare(last.add({ months: monthsACheckHolds }), today) < 0 ? 'due' : 'holds';
}

/** What a colleague said with a source of their own was known to hold on the day on which they said it. */
function lastKnownToHold({ known, checkedOn, setOn, lastCheck }: CheckedLine): Temporal.PlainDate | null {
  const days = [
    checkedOn,
    known === 'said_here' ? setOn : null,
    lastCheck && Temporal.PlainDate.from(lastCheck.on),
  ].filter((day) => day !== null);
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}

/** For whoever reads the line: whether, when and by whom it was checked, and that it is to be. */
export function checkInWords(line: CheckedLine, today: Temporal.PlainDate): string {
  const { lastCheck, checkedOn } = line;
  const standing = checkStanding(line, today);
  const again = standing === 'due' ? ' That is more than 12 months ago: check it again.' : '';
  if (!lastCheck) {
    if (checkedOn) return `Checked with the area on ${dateInWords(checkedOn)}.${again}`;
    return `Not checked with the area.${again && ' It was set more than 12 months ago: check it.'}`;
  }
  const { on, withWhom, outcome, words, byName } = lastCheck;
  const when = `on ${dateInWords(Temporal.PlainDate.from(on))} with ${withWhom}, by ${byName ?? 'somebody who left'}`;
  return outcome === 'differs'
    ? `Asked ${when}: it is different now. ${words} Set what holds.`
    : `Checked with the area ${when}.${words && ` ${words}`}${again}`;
}
