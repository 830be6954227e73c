import type { PromisedTo } from '#rules/call-still-agreed.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';

/** How a promise to ring ended. */
export type EndedHow = 'rung' | 'moved' | 'let_go';

/** What the person said of a call that was promised, in a contact with them. */
export const wishes = [
  { value: 'still', label: 'They still expect it' },
  { value: 'moved', label: 'They asked for another time', hint: 'Write down below when' },
  { value: 'let_go', label: 'They said that they do not need it any more' },
] as const satisfies readonly Choice[];
export type Wish = (typeof wishes)[number]['value'];

/** What came of ringing whoever has no contact log: a neighbour, or somebody who was handed over. */
export const cameOf = [
  { value: 'spoke', label: 'We spoke' },
  { value: 'nobody', label: 'Nobody answered' },
  { value: 'line', label: 'The line was busy, or did not connect' },
  { value: 'moved', label: 'They asked for another time', hint: 'Write down below when, and what they said' },
  {
    value: 'let_go',
    label: 'They said that they do not need it any more',
    hint: 'Write down what they said',
  },
] as const satisfies readonly Choice[];
export type CameOf = (typeof cameOf)[number]['value'];

const byItself = 15;

/** From when on a call is the one that was promised: not long before the time, and never before it was promised. */
export function countsFrom(
  pack: Pick<Pack, 'commitments'>,
  { at, promisedAt }: { readonly at: Temporal.Instant; readonly promisedAt: Temporal.Instant },
): Temporal.Instant {
  const due = pack.commitments.flatMap(({ measure }) =>
    measure.kind === 'clock' && measure.starts === 'call.promised' && 'agreedTime' in measure.due
      ? [measure.due.agreedTime.minutes]
      : [],
  );
  const from = at.subtract({ minutes: due[0] ?? byItself });
  const later = Temporal.Instant.compare(promisedAt, from) > 0 ? promisedAt : from;
  return Temporal.Instant.compare(later, at) > 0 ? at : later;
}

/** A contact as far as a promised call needs it. */
export interface Tried {
  readonly happenedAt: Temporal.Instant;
  readonly channel: string;
  readonly begunBy: 'us' | 'them';
  /** A safe, two-way contact with the person. */
  readonly reached: boolean;
}

/**
 * What a contact makes of a promised call. Our call at its time or after it is that call, whether somebody answered or
 * not: it is kept, or late. One long before it is another call, and so is a call of theirs: then it is owed as before,
 * unless they said in that contact what they want instead.
 */
export function becomes(
  call: { readonly countsFrom: Temporal.Instant },
  { happenedAt, channel, begunBy, reached }: Tried,
  wish: Wish,
): EndedHow | 'still' {
  const itsTime = Temporal.Instant.compare(happenedAt, call.countsFrom) >= 0;
  if (begunBy === 'us' && channel === 'phone' && itsTime) return 'rung';
  return reached ? wish : 'still';
}

/** Only the person says that a call is for another time, or for none; nobody moves a promise by themselves. */
export function mayWish(wish: Wish, reached: boolean): Verdict {
  if (wish === 'still' || reached) return allowed;
  return refused(
    'Only the person says, in a safe contact, that a call is moved or not needed any more.',
    'own-pace',
  );
}

/** A call to the person in a case is recorded as a contact there; what became of any other is written down here. */
export function mayBeAnswered({
  to,
  caseId,
  endedHow,
}: {
  readonly to: PromisedTo;
  readonly caseId: string | null;
  readonly endedHow: EndedHow | null;
}): Verdict {
  if (endedHow !== null) return refused('What became of this call is written down already.', 'records');
  if (to === 'person' && caseId !== null)
    return refused('A call to the person is recorded as a contact of their case.', 'records');
  return allowed;
}
