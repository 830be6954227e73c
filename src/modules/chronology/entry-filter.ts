import type { Choice } from '#rules/words.ts';
import type { EntryKind, EntrySource } from './entry.ts';

/** Which entries of a case are shown; null: it does not matter. */
export interface EntryFilter {
  readonly kind?: EntryKind | null;
  readonly source?: EntrySource | null;
  /** The id of somebody in the case, or the case as a whole. */
  readonly about?: string | null;
  readonly from?: Temporal.Instant | null;
  /** The first moment that is too late. */
  readonly before?: Temporal.Instant | null;
  /** What anybody here knew at this moment, whenever it was written down. */
  readonly asAt?: Temporal.Instant | null;
  readonly children?: (typeof childrenFilters)[number]['value'] | null;
  readonly mark?: (typeof marks)[number]['value'] | null;
  readonly audience?: (typeof audienceFilters)[number]['value'] | null;
  /** Words, all of them, anywhere in an entry. */
  readonly text?: string;
}

export const childrenFilters = [
  { value: 'seen', label: 'Children were seen' },
  { value: 'heard', label: 'Children were spoken with' },
  { value: 'not_seen', label: 'Children were not seen' },
] as const satisfies readonly Choice[];

export const marks = [
  { value: 'late', label: 'Recorded late' },
  { value: 'corrected', label: 'Corrected since' },
  { value: 'correction', label: 'Corrections' },
] as const satisfies readonly Choice[];

export const audienceFilters = [
  { value: 'person', label: 'The person themselves' },
  { value: 'agencies', label: 'Agencies, if the person agrees' },
  { value: 'nobody', label: 'Nobody without asking first' },
] as const satisfies readonly Choice[];

export const orders = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
] as const satisfies readonly Choice[];
export type Order = (typeof orders)[number]['value'];

/** Beyond it, a list or a file is narrowed first. */
export const mostEntries = 5_000;
