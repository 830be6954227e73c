import type { Choice } from '#rules/words.ts';
import type { NamedLevel } from './threshold.ts';

/**
 * What somebody answered that is never left to a count: a named person judges it before a level counts, whatever the
 * score (domain §3: the flagged items, escalation, suicide, children, honour-based abuse).
 */
export const riskGrounds = [
  { value: 'strangulation', label: 'Strangulation, suffocation or drowning' },
  { value: 'threat_to_kill', label: 'Threats to kill' },
  { value: 'weapon', label: 'A weapon or an object used' },
  { value: 'sexual', label: 'Sexual harm' },
  { value: 'severe', label: 'Severe violence' },
  { value: 'honour_based', label: 'Others who threaten, or so-called honour-based abuse' },
  { value: 'suicide', label: 'Thoughts of suicide' },
  { value: 'their_suicide', label: 'Threats of suicide by whoever causes the harm' },
  { value: 'children', label: 'Children, or others, harmed or at risk' },
  { value: 'pregnancy', label: 'Pregnancy or a baby' },
  { value: 'separation', label: 'Separation' },
  { value: 'escalation', label: 'It happens more often, or gets worse' },
  { value: 'stalking', label: 'Stalking' },
  { value: 'control', label: 'Control or extreme jealousy' },
] as const satisfies readonly Choice[];
export type RiskGround = (typeof riskGrounds)[number]['value'];

/** One answer that is such a ground. */
export interface GroundFound {
  /** By the number under which everybody knows it. */
  readonly item: string;
  readonly ground: RiskGround;
}

/** What one assessment found, as far as the level of risk goes. */
export interface Found {
  /** Which questions: every Dash is `dash`, since they share their numbers. */
  readonly instrument: string;
  readonly name: string;
  /** Null: a tool that is not scored. */
  readonly score: ScoreFact | null;
  /** Of an instrument that names and bands its levels itself: what it weighs by where no area says otherwise. */
  readonly levels?: readonly NamedLevel[] | undefined;
  /** Separation, control and violence together. */
  readonly cluster: boolean;
  readonly grounds: readonly GroundFound[];
  /** Flagged questions to which nobody knows the answer: that is not a no. */
  readonly notKnown: readonly string[];
}

/** Yes among what counts, answered, and asked: a blank is never a no. */
export interface ScoreFact {
  readonly yes: number;
  readonly answered: number;
  readonly of: number;
  /** Of an instrument whose answers have weights: what those with yes weigh together. Left out: each weighs one. */
  readonly points?: number | undefined;
}

export function pointsOf({ yes, points }: ScoreFact): number {
  return points ?? yes;
}

/** The grounds of several answers in words, each once, in the order in which they weigh. */
export function groundsInWords(found: readonly GroundFound[]): readonly string[] {
  return riskGrounds
    .filter(({ value }) => found.some(({ ground }) => ground === value))
    .map(({ value, label }) => {
      const items = found.filter(({ ground }) => ground === value).map(({ item }) => item);
      return items.every((item) => /^\w?\d+$/.test(item)) ? `${label} (${items.join(', ')})` : label;
    });
}
