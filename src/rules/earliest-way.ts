import { untimed } from './gate.ts';
import { earliestSafeMoment, type MomentFacts, type SafeMoment } from './safe-moment.ts';
import { everyWay, type Over, type WithFurther } from './ways.ts';

export type EarliestWay = SafeMoment & { readonly over: Over };

/**
 * The earliest moment that is safe over any way that was agreed, and over which. Each is looked at by its own terms;
 * on a tie the first choice wins. A letter reaches nobody at a moment.
 */
export function earliestOverAll(facts: OverFacts): EarliestWay {
  return earliestOverEach(facts).reduce((best, each) => (sooner(each, best) ? each : best));
}

type OverFacts = Omit<MomentFacts, 'agreement'> & { readonly agreed: WithFurther | null };

/** The same over each of them, the first one first. */
export function earliestOverEach({ agreed, ...facts }: OverFacts): readonly EarliestWay[] {
  if (agreed === null) return [{ ...earliestSafeMoment({ ...facts, agreement: null }), over: 'first' }];
  return everyWay(agreed)
    .filter(
      ({ over, terms: { channel } }) => over === 'first' || channel === 'none' || !untimed.includes(channel),
    )
    .map(({ over, terms }) => ({ ...earliestSafeMoment({ ...facts, agreement: terms }), over }));
}

function sooner(one: SafeMoment, other: SafeMoment): boolean {
  if (one.kind === 'none') return other.kind === 'none' && Boolean(one.outsideHours) && !other.outsideHours;
  if (other.kind === 'none') return true;
  return Temporal.Instant.compare(one.from, other.from) < 0;
}
