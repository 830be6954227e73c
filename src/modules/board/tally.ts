/** How the promises of one commitment ended in a time. `ended` is their sum, and for what is only counted its count. */
export interface Tally {
  readonly ended: number;
  readonly met: number;
  readonly byPlan: number;
  readonly breached: number;
}

/** How many are owed at this moment. */
export interface Running {
  readonly running: number;
  readonly overdue: number;
}

export const noTally: Tally = { ended: 0, met: 0, byPlan: 0, breached: 0 };
export const noneRunning: Running = { running: 0, overdue: 0 };

export function plus(one: Tally, other: Tally): Tally {
  return {
    ended: one.ended + other.ended,
    met: one.met + other.met,
    byPlan: one.byPlan + other.byPlan,
    breached: one.breached + other.breached,
  };
}
