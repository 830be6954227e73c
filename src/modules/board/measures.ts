import type { Commitment, Measure, Pack, Silence } from '#rules/pack.ts';
import { allEnded, noneRunning, noTally, type Running, type Tally } from './tally.ts';

/** How well one commitment is kept, from recorded facts alone. */
export type Standing =
  /** A promise with an end: kept, kept by plan, or broken. `now` where a clock runs. */
  | {
      readonly kind: 'promise';
      readonly tally: Tally;
      readonly before: Tally;
      readonly now: Running | null;
      /** What is said where nothing of it happened. */
      readonly silence?: Silence;
    }
  /** Something that is only counted: how often a gate was asked, an offer made. */
  | { readonly kind: 'count'; readonly tally: Tally; readonly says: string }
  /** `open`: how many reasons to review it sooner stand open; null where the policy names none. */
  | {
      readonly kind: 'review';
      readonly by: Temporal.PlainDate;
      readonly overdue: boolean;
      readonly open: number | null;
    }
  /** Never shown as kept. */
  | { readonly kind: 'unmeasured'; readonly because: string };

/** What the database knows, by commitment: the period, as many days before it, and now. */
export interface Known {
  readonly period: ReadonlyMap<string, Tally>;
  readonly before: ReadonlyMap<string, Tally>;
  readonly now: ReadonlyMap<string, Running>;
  /** How many reasons to review the policy sooner stand open. */
  readonly reviewReasons?: number;
  /** What somebody else said of kept promises that were drawn by chance. */
  readonly sample?: SampleFigures | null;
}

/** Of one month's sample: what was agreed, what was not, and what nobody has looked at. */
export interface SampleFigures {
  /** The first day of the month in which the promises ended. */
  readonly month: Temporal.PlainDate;
  readonly agreed: number;
  readonly notAgreed: number;
  readonly waiting: number;
}

export function standingOf(
  commitment: Commitment,
  pack: Pack,
  known: Known,
  today: Temporal.PlainDate,
): Standing {
  const { id, measure } = commitment;
  const tally = known.period.get(id) ?? noTally;
  if (isKeptOrBroken(measure))
    return {
      kind: 'promise',
      tally,
      before: known.before.get(id) ?? noTally,
      now: measure.kind === 'clock' ? (known.now.get(id) ?? noneRunning) : null,
      ...silenceOf(measure),
    };
  if (measure.kind === 'review') {
    const by = Temporal.PlainDate.from(pack.nextReview);
    const open = measure.sooner ? (known.reviewReasons ?? 0) : null;
    return { kind: 'review', by, overdue: Temporal.PlainDate.compare(by, today) < 0, open };
  }
  if (measure.kind === 'unmeasured') return { kind: 'unmeasured', because: measure.because };
  if (measure.kind === 'count') return { kind: 'count', tally, says: measure.says };
  const event = countedEvent(measure);
  return event === null
    ? { kind: 'unmeasured', because: notYet[measure.kind] }
    : { kind: 'count', tally, says: counted[measure.kind] };
}

export function silenceOf(measure: Measure): { readonly silence?: Silence } {
  return measure.kind === 'share' && measure.silence ? { silence: measure.silence } : {};
}

/** It can be kept or broken, so that there is a share of it. */
export function isKeptOrBroken(measure: Measure): measure is KeptOrBroken {
  return ['clock', 'evidence', 'share'].includes(measure.kind);
}

type KeptOrBroken = Extract<Measure, { kind: 'clock' | 'evidence' | 'share' }>;
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
  if (standing.kind === 'count') return standing.tally.ended > 0;
  if (standing.kind !== 'promise') return false;
  const { running, overdue } = standing.now ?? noneRunning;
  return allEnded(standing.tally) + running + overdue > 0;
}
