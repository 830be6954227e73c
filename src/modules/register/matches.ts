import type { PersonId } from '#rules/facts.ts';
import { type Reason, reasons } from './likeness.ts';
import type { PersonSummary } from './summary.ts';

export type MatchDecision = 'linked' | 'kept_apart';

/** Two records that may be one person. */
export interface Match {
  readonly id: string;
  readonly person: MatchSide;
  readonly other: MatchSide;
  readonly reasons: readonly string[];
  readonly decision: MatchDecision | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedBy: string | null;
  /** Why a decision about it was taken back; `''` where none was. */
  readonly takenBackWhy: string;
  readonly version: number;
}

export interface MatchSide extends PersonSummary {
  readonly alsoKnownAs: readonly string[];
  /** Masked. */
  readonly phones: readonly string[];
}

/** Another record that is the same person, by somebody's decision. */
export interface Link {
  readonly id: PersonId;
  readonly name: string;
  readonly reference: string | null;
}

/** Reasons as people read them; one that is no longer given reads as it was stored. */
export function inWords(stored: readonly string[]): readonly string[] {
  return stored.map((reason) => reasons[reason as Reason] ?? reason);
}
