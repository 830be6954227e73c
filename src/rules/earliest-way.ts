import { untimed } from './gate.ts';
import { earliestSafeMoment, type MomentFacts, type SafeMoment } from './safe-moment.ts';
import { everyWay, type Over, type WithFurther } from './ways.ts';

export type EarliestWay = SafeMoment & { readonly over: Over };

/**
 * The earliest moment that is safe over any way that was agreed, and over which. Each is looked at by its own terms;
 * on a tie the first choice wins. A letter reaches nobody at a moment.
 */
export function earliestOverAll({
  agreed,
  ...facts
}: Omit<MomentFacts, 'agreement'> & { readonly agreed: WithFurther | null }): EarliestWay {
  if (agreed === null) return { ...earliestSafeMoment({ ...facts, agreement: null }), over: 'first' };
  const ways = everyWay(agreed).filter(
    ({ over, terms: { channel } }) => over === 'first' || channel === 'none' || !untimed.includes(channel),
  );
  const moments = ways.map(({ over, terms }) => ({
    ...earliestSafeMoment({ ...facts, agreement: terms }),
    over,
  }));
  return moments.reduce((best, each) => (sooner(each, best) ? each : best));
}

function sooner(one: SafeMoment, other: SafeMoment): boolean {
  if (one.kind === 'none') return other.kind === 'none' && Boolean(one.outsideHours) && !other.outsideHours;
  if (other.kind === 'none') return true;
  return Temporal.Instant.compare(one.from, other.from) < 0;
}
