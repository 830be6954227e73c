import type { ReviewTrigger } from '#modules/case-file/pure.ts';
import { type Choice, labelOf } from '#rules/words.ts';

/** Days that are known beforehand and on which risk is likely to change (domain §3). */
export const dateKinds = [
  { value: 'order_ends', label: 'An order ends', hint: 'Non-molestation, occupation, DAPO, restraining …' },
  { value: 'release', label: 'Release from custody' },
  { value: 'hearing', label: 'A hearing' },
  { value: 'bail_ends', label: 'Bail ends' },
  { value: 'birth', label: 'A baby is due' },
  { value: 'child_contact', label: 'Contact with children' },
  { value: 'notice_ends', label: 'A notice ends' },
  { value: 'move', label: 'A move' },
] as const satisfies readonly Choice[];
export type DateKind = (typeof dateKinds)[number]['value'];

export function dateKindLabel(kind: DateKind): string {
  return labelOf(dateKinds, kind);
}

/** What the day calls for a review as. */
export const triggerOf: Readonly<Record<DateKind, ReviewTrigger>> = {
  order_ends: 'order_ends',
  release: 'release',
  hearing: 'hearing',
  bail_ends: 'release',
  birth: 'pregnancy',
  child_contact: 'child_contact',
  notice_ends: 'notice',
  move: 'move',
};

/** So many days before people are told, each once (domain §4: orders). */
export const tellBefore = [28, 14, 7, 1] as const;
/** So many days before, the risk is looked at again; and on the day itself. */
const reviewBefore = [14, 0] as const;
const steps = [...tellBefore, 0] as const;

export interface KnownDate {
  readonly onDate: Temporal.PlainDate;
  /** The last step that was answered, in days before; null: none yet. */
  readonly toldBefore: number | null;
}

export interface DateLook {
  readonly toldBefore: number | null;
  /** Whether people are told now. However long nobody looked, once. */
  readonly tell: boolean;
  readonly review: boolean;
  /** The day on which somebody looks again; null: never. */
  readonly nextLookOn: Temporal.PlainDate | null;
}

/** What is done about a known date on this day. */
export function lookAtDate({ onDate, toldBefore }: KnownDate, today: Temporal.PlainDate): DateLook {
  const left = daysLeft(onDate, today);
  const answered = toldBefore ?? Number.POSITIVE_INFINITY;
  const due = steps.filter((step) => step >= left && step < answered);
  const next = steps.find((step) => step < left);
  return {
    toldBefore: due.at(-1) ?? toldBefore,
    tell: due.some((step) => step > 0),
    review: due.some((step) => (reviewBefore as readonly number[]).includes(step)),
    nextLookOn: next === undefined ? null : onDate.subtract({ days: next }),
  };
}

/**
 * The day as which this one counts for what is told before a known date: what would be told while the office is closed
 * is told on the last working day before, and never after it. What falls on the date itself stays there.
 * @param open the next working day after this one
 */
export function tellsAsOf(
  onDate: Temporal.PlainDate,
  today: Temporal.PlainDate,
  open: Temporal.PlainDate,
): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(today, onDate) >= 0) return today;
  const last = onDate.subtract({ days: 1 });
  const ahead = open.subtract({ days: 1 });
  return Temporal.PlainDate.compare(ahead, last) < 0 ? ahead : last;
}

/** Negative once it has passed. */
export function daysLeft(onDate: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return today.until(onDate).total('days');
}

/** "in 12 days", "today", "passed 3 days ago". */
export function dayLeftInWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  return days === -1 ? 'yesterday' : `${-days} days ago`;
}
