import type { Commitment, Measure, Pack } from '#rules/pack.ts';
import { noneRunning, noTally, plus, type Running, type Tally } from './tally.ts';

/** How well one commitment is kept, from recorded facts alone. */
export type Standing =
  /** A promise with an end: kept, kept by plan, or broken. `now` where a clock runs. */
  | {
      readonly kind: 'promise';
      readonly tally: Tally;
      readonly before: Tally;
      readonly now: Running | null;
    }
  /** Something that is only counted: how often a gate was asked, an offer made. */
  | { readonly kind: 'count'; readonly count: number; readonly says: string }
  | { readonly kind: 'review'; readonly by: Temporal.PlainDate; readonly overdue: boolean }
  /** Never shown as kept. */
  | { readonly kind: 'unmeasured'; readonly because: string };

/** What the database knows, by commitment: the period, as many days before it, and now. */
export interface Known {
  readonly period: ReadonlyMap<string, Tally>;
  readonly before: ReadonlyMap<string, Tally>;
  readonly now: ReadonlyMap<string, Running>;
}

export function standingOf(
  commitment: Commitment,
  pack: Pack,
  known: Known,
  today: Temporal.PlainDate,
): Standing {
  const { id, measure } = commitment;
  const tally = known.period.get(id) ?? noTally;
  if (measure.kind === 'clock' || measure.kind === 'evidence')
    return {
      kind: 'promise',
      tally,
      before: known.before.get(id) ?? noTally,
      now: measure.kind === 'clock' ? (known.now.get(id) ?? noneRunning) : null,
    };
  if (measure.kind === 'review') {
    const by = Temporal.PlainDate.from(pack.nextReview);
    return { kind: 'review', by, overdue: Temporal.PlainDate.compare(by, today) < 0 };
  }
  if (measure.kind === 'unmeasured') return { kind: 'unmeasured', because: measure.because };
  if (measure.kind === 'count') return { kind: 'count', count: tally.ended, says: measure.says };
  const event = countedEvent(measure);
  return event === null
    ? { kind: 'unmeasured', because: notYet[measure.kind] }
    : { kind: 'count', count: tally.ended, says: counted[measure.kind] };
}

type Counted = Extract<Measure, { kind: 'gate' | 'offer' | 'cadence' | 'count' }>;

export function isCounted(measure: Measure): measure is Counted {
  return ['gate', 'offer', 'cadence', 'count'].includes(measure.kind);
}

/** The event that something is counted by; null: not in Lintel yet. */
export function countedEvent(measure: Counted) {
  if (measure.kind === 'count') return measure.of;
  if (measure.kind === 'gate') return measure.asked;
  return measure.kind === 'offer' ? measure.offered : measure.done;
}

const notYet = {
  gate: 'The work that this gate stands in front of is not yet in Lintel.',
  offer: 'Offers of this kind are not yet in Lintel.',
  cadence: 'What recurs here is not yet recorded in Lintel.',
} as const;

const counted = { gate: 'times asked', offer: 'times offered', cadence: 'times done' } as const;

/** Can anything be said about it? */
export function isMeasured(standing: Standing): boolean {
  return standing.kind !== 'unmeasured';
}

/** Is there anything to tell of it: that it ended in the period, is owed, or was counted? */
export function isCountedAtAll(standing: Standing): boolean {
  if (standing.kind === 'count') return standing.count > 0;
  if (standing.kind !== 'promise') return false;
  const { running, overdue } = standing.now ?? noneRunning;
  return standing.tally.ended + running + overdue > 0;
}

/** All promises together, for the one figure at the top. */
export function together(standings: readonly Standing[]): { tally: Tally; overdue: number; running: number } {
  return standings.reduce(
    (sum, standing) =>
      standing.kind === 'promise'
        ? {
            tally: plus(sum.tally, standing.tally),
            overdue: sum.overdue + (standing.now?.overdue ?? 0),
            running: sum.running + (standing.now?.running ?? 0),
          }
        : sum,
    { tally: noTally, overdue: 0, running: 0 },
  );
}
