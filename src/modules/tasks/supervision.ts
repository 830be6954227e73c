import type { EventName } from '#rules/event.ts';
import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';

/** The promise of a review in the packs: with somebody in charge it begins, and a recorded review keeps it. */
export const supervisionClock = {
  starts: 'case.allocated',
  stops: 'supervision.recorded',
} as const satisfies Record<string, EventName>;

/** The commitments of a pack that a recorded review keeps. */
export function supervisionCommitments(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && measure.stops.includes(supervisionClock.stops))
    .map(({ id }) => id);
}

/**
 * Nobody reviews their own work: a manager who leads a case, or led it since it was last reviewed, leaves its review to
 * another manager. To give it away for a minute changes nothing.
 */
export function mayReview(leadId: StaffId | null, by: StaffId, led: readonly StaffId[] = []): Verdict {
  if (leadId === by) return refused('You lead this case. Another manager reviews it.', 'allocation');
  return led.includes(by)
    ? refused('You led this case since its last review. Another manager reviews it.', 'allocation')
    : allowed;
}

/** How a worker is, in their own view and the manager's: support for them, never a mark. */
export const workerStandings = [
  { value: 'well', label: 'Well' },
  { value: 'some_strain', label: 'Some strain', hint: 'Agree what would help' },
  { value: 'needs_support', label: 'Needs support', hint: 'Agree what happens next, and when' },
] as const satisfies readonly Choice[];
export type WorkerStanding = (typeof workerStandings)[number]['value'];

/** Something that the two agreed to do: it becomes a task of the case. */
export interface AgreedAction {
  readonly what: string;
  readonly ownerId: StaffId;
  readonly dueOn: Temporal.PlainDate;
}

/** As many as the form has lines for; more are added as tasks. */
export const mostActions = 3;
