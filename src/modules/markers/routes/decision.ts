import { Fault } from '#kit/http/errors.ts';
import type { Decision } from '../store/reviews.ts';

/** What the form says, as what is decided: whatever stays has a day. */
export function decisionOf(value: {
  readonly decision: 'kept' | 'ended';
  readonly reviewOn: Temporal.PlainDate | null;
  readonly reason: string;
}): Decision {
  const { decision, reviewOn, reason } = value;
  if (decision === 'ended') return { decision, reason };
  if (reviewOn === null) throw new Fault('unreadable');
  return { decision, reviewOn, reason };
}
