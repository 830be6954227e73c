import type { Role, StaffId } from '#rules/facts.ts';

/** A running promise as the sweep finds it. */
export interface Watched {
  readonly dueAt: Temporal.Instant;
  /** Until when what was done in time is written down in time, where that is later: it is not broken before. */
  readonly writtenBy?: Temporal.Instant | null;
  readonly escalateAt: readonly Temporal.Instant[];
  /** How many of those moments have been answered. */
  readonly escalated: number;
}

/** How near a promise is: half of its time gone, three quarters, or all of it. */
export type Step = 'half' | 'near' | 'due';

export interface Look {
  readonly escalated: number;
  /** The one step to tell people of, or none. However long nobody looked, they are told once. */
  readonly step: Step | null;
  readonly breached: boolean;
  readonly nextLookAt: Temporal.Instant | null;
}

/** What the sweep does about a promise now. At the very moment it is due it can still be met. */
export function look(watched: Watched, now: Temporal.Instant): Look {
  const { dueAt, writtenBy, escalateAt, escalated } = watched;
  const brokenAfter = writtenBy ?? dueAt;
  const passed = escalateAt.filter((moment) => Temporal.Instant.compare(moment, now) < 0).length;
  const breached = Temporal.Instant.compare(now, brokenAfter) > 0;
  const answered = Math.max(passed, escalated);
  return {
    escalated: answered,
    step: passed > escalated ? stepOf(passed, escalateAt.length) : null,
    breached,
    nextLookAt: breached ? null : (escalateAt[answered] ?? brokenAfter),
  };
}

function stepOf(passed: number, all: number): Step {
  if (passed >= all) return 'due';
  return passed === all - 1 && all > 2 ? 'near' : 'half';
}

/** A colleague as far as telling them goes. */
export interface Tellable {
  readonly id: StaffId;
  readonly roles: readonly Role[];
  readonly managerId: StaffId | null;
  readonly deputyId: StaffId | null;
}

/**
 * Who is told of a step: at half the worker, near the end the worker's manager too, when it is due the deputy as well.
 * Nobody allocated: the whole team, from the first step. In danger everybody is told at once. The wall still stands in
 * front of each of them, and whoever covers for one who is away is told too: see `notify`.
 */
export function toTell(
  step: Step,
  leadId: StaffId | null,
  danger: boolean,
  colleagues: readonly Tellable[],
): readonly StaffId[] {
  const lead = colleagues.find(({ id }) => id === leadId);
  const team = colleagues.filter(({ roles }) => roles.includes('da_worker') || roles.includes('da_manager'));
  if (!lead) return team.map(({ id }) => id);
  const managers = colleagues.filter(({ roles }) => roles.includes('da_manager')).map(({ id }) => id);
  const manager = lead.managerId ? [lead.managerId] : managers;
  const told = [
    lead.id,
    ...(danger || step !== 'half' ? manager : []),
    ...((danger || step === 'due') && lead.deputyId ? [lead.deputyId] : []),
  ];
  return [...new Set(told)];
}

/** Danger first, then whatever is due soonest. */
export function dangerFirst<T extends { readonly danger: boolean; readonly dueAt: Temporal.Instant }>(
  promises: readonly T[],
): readonly T[] {
  return promises.toSorted(
    (one, other) =>
      Number(other.danger) - Number(one.danger) || Temporal.Instant.compare(one.dueAt, other.dueAt),
  );
}
