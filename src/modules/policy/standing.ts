import type { Pack } from '#rules/pack.ts';
import type { PolicyText } from './change.ts';

/** An approved or waiting change, as far as it says what holds when. */
export interface Change {
  readonly id: string;
  readonly packId: string;
  readonly packVersion: string;
  readonly beginsAt: Temporal.Instant;
  readonly decision: string | null;
  readonly decidedAt: Temporal.Instant | null;
}

/** The changes that were approved by a moment, as they begin; of two from the same moment the last decided holds. */
export function approvedBy<C extends Change>(changes: readonly C[], moment: Temporal.Instant): readonly C[] {
  return changes
    .filter(({ decision, decidedAt }) => decision === 'approved' && decidedAt && !isAfter(decidedAt, moment))
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(one.beginsAt, other.beginsAt) ||
        Temporal.Instant.compare(one.decidedAt ?? moment, other.decidedAt ?? moment) ||
        (one.id < other.id ? -1 : 1),
    );
}

/** The change by which a policy holds at a moment; null: it is the landlord's first. @param approved as they begin */
export function changeInForce<C extends Change>(approved: readonly C[], at: Temporal.Instant): C | null {
  return approved.findLast(({ beginsAt }) => !isAfter(beginsAt, at)) ?? null;
}

/**
 * What holds at a moment, as far as was decided by another one.
 * @param first the landlord's first policy; its text is whatever is on the shelf, since nobody decided about it
 */
export function textAt(
  changes: readonly Change[],
  first: Pick<Pack, 'id' | 'version'>,
  { at, asDecidedBy }: { readonly at: Temporal.Instant; readonly asDecidedBy: Temporal.Instant },
): PolicyText {
  const change = changeInForce(approvedBy(changes, asDecidedBy), at);
  return change
    ? { packId: change.packId, version: change.packVersion }
    : { packId: first.id, version: first.version };
}

/** What a change takes the place of, as far as had been decided when it was, or by now. */
export function replacedBy(
  change: Change,
  changes: readonly Change[],
  first: Pick<Pack, 'id' | 'version'>,
  now: Temporal.Instant,
): PolicyText {
  const others = changes.filter(({ id }) => id !== change.id);
  const by = change.decidedAt ?? now;
  return textAt(others, first, { at: laterOf(change.beginsAt, by), asDecidedBy: by });
}

/** Approved, and not begun. */
export function toCome<C extends Change>(changes: readonly C[], now: Temporal.Instant): readonly C[] {
  return approvedBy(changes, now).filter(({ beginsAt }) => isAfter(beginsAt, now));
}

export function waitingOf<C extends Change>(changes: readonly C[]): C | null {
  return changes.find(({ decision }) => decision === null) ?? null;
}

/** Nothing is put in force before it was decided. */
export function laterOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isAfter(one, other) ? one : other;
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
