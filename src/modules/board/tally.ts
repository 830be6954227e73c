/**
 * How the promises of one commitment ended in a time. None is left out: what was kept, recorded late, kept by plan,
 * broken, kept at birth or ended otherwise are all that ended.
 */
export interface Tally {
  /** What a share is of: kept, recorded late, by plan and broken. For what is only counted, its count. */
  readonly ended: number;
  /** In time; what was recorded late counts from when a second person confirmed it. */
  readonly met: number;
  readonly byPlan: number;
  readonly breached: number;
  /** Written down after the deadline for a time before it, and not confirmed yet: neither kept nor broken. */
  readonly recordedLate: number;
  /** Kept by the very act that began it: shown apart, and in no share. */
  readonly atBirth: number;
  /** Owed no more, for a reason: shown apart, and in no share. */
  readonly otherwise: number;
  /** The reasons of those by plan and otherwise, what was confirmed, and the kinds of what is counted. */
  readonly reasons: Readonly<Record<string, number>>;
  /**
   * Where the numbers are what may be told of them (`published.ts`): how far each may be from what it is, by its name
   * or its reason. Absent: they are exact.
   */
  readonly unsure?: Readonly<Record<string, number>>;
}

/** How many are owed at this moment. */
export interface Running {
  readonly running: number;
  readonly overdue: number;
  /** As of a tally. */
  readonly unsure?: Readonly<Record<string, number>>;
}

export const noTally: Tally = {
  ended: 0,
  met: 0,
  byPlan: 0,
  breached: 0,
  recordedLate: 0,
  atBirth: 0,
  otherwise: 0,
  reasons: {},
};
export const noneRunning: Running = { running: 0, overdue: 0 };

const numbers = ['ended', 'met', 'byPlan', 'breached', 'recordedLate', 'atBirth', 'otherwise'] as const;

export function plus(one: Tally, other: Tally): Tally {
  const sums = Object.fromEntries(numbers.map((each) => [each, one[each] + other[each]]));
  const reasons = added(one.reasons, other.reasons);
  const unsure = addedUnsure(one, other);
  return { ...noTally, ...sums, reasons, ...(unsure && { unsure }) };
}

export function plusRunning(one: Running, other: Running): Running {
  const unsure = addedUnsure(one, other);
  return {
    running: one.running + other.running,
    overdue: one.overdue + other.overdue,
    ...(unsure && { unsure }),
  };
}

type Numbers = Readonly<Record<string, number>>;

function addedUnsure(one: { readonly unsure?: Numbers }, other: { readonly unsure?: Numbers }) {
  return one.unsure || other.unsure ? added(one.unsure ?? {}, other.unsure ?? {}) : undefined;
}

function added(one: Numbers, other: Numbers): Numbers {
  const sums = { ...one };
  for (const [name, number] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + number;
  return sums;
}

/** So many that ended in one way, as the summary keeps it: the way, and after a colon why or of which kind. */
export function tallyOf(ending: string, number: number): Tally {
  const [way = ''] = ending.split(':', 1);
  const reasons = ending.includes(':') || way === 'late-confirmed' ? { [ending]: number } : {};
  return { ...noTally, ...(ways[way]?.(number) ?? { ended: number }), reasons };
}

const ways: Readonly<Record<string, (number: number) => Partial<Tally>>> = {
  met: (number) => ({ ended: number, met: number }),
  'late-confirmed': (number) => ({ ended: number, met: number }),
  'recorded-late': (number) => ({ ended: number, recordedLate: number }),
  'by-plan': (number) => ({ ended: number, byPlan: number }),
  breached: (number) => ({ ended: number, breached: number }),
  'at-birth': (number) => ({ atBirth: number }),
  otherwise: (number) => ({ otherwise: number }),
};

/** Every promise that began and ended, in whichever way. */
export function allEnded({ ended, atBirth, otherwise }: Tally): number {
  return ended + atBirth + otherwise;
}
