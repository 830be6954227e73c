import { type Agreement, agreedChannels, type Way } from './agreement.ts';

/** What a further number, address or place can be used for: each by itself, and nothing that was not said of it. */
export const furtherChannels = agreedChannels.filter(({ value }) =>
  ['phone', 'text', 'email', 'post', 'in_person'].includes(value),
) as readonly Extract<(typeof agreedChannels)[number], { readonly value: FurtherChannel }>[];
export type FurtherChannel = Extract<Way, 'phone' | 'text' | 'email' | 'post' | 'in_person'>;

/** A number, an address or a place beside the first one, with terms of its own (L2.1a). */
export interface FurtherWay
  extends Pick<
    Agreement,
    | 'mayLeaveVoicemail'
    | 'mayText'
    | 'times'
    | 'windows'
    | 'never'
    | 'agreedWithPerson'
    | 'askedAt'
    | 'unsureSince'
    | 'changedSince'
    | 'movedSince'
    | 'ofFeared'
  > {
  /** This version of it. */
  readonly id: string;
  /** The same in every version. */
  readonly wayId: string;
  readonly channel: FurtherChannel;
  readonly endedAt: Temporal.Instant | null;
}

/** The first way, with the needs that hold for all of them, and each further one. */
export interface WithFurther extends Agreement {
  readonly further: readonly FurtherWay[];
}

/** The first way, one of the others by its id, or a number or an address that nobody agreed to. */
export type Over = 'first' | 'another' | (string & {});

/**
 * A further way as an agreement of its own, for the same gates. It borrows no permission of the first, nor lends any;
 * what shuts everything shuts it: no safe way known, a time never to use, something told since that the person
 * themselves did not agree to. What the person needs holds for each.
 */
export function termsOf(first: Agreement, way: FurtherWay): Agreement {
  const { channel, never, mayLeaveVoicemail, mayText, ...own } = way;
  const rings = channel === 'phone';
  return {
    ...own,
    channel: first.channel === 'none' ? 'none' : channel,
    mayLeaveVoicemail: rings && mayLeaveVoicemail,
    mayText: rings && mayText,
    mayEmail: false,
    mayPost: false,
    mayVisit: false,
    meetingPlace: '',
    contactPerson: '',
    never: [...first.never, ...never],
    interpreter: first.interpreter,
    workerGender: first.workerGender,
    agreedWithPerson: way.agreedWithPerson && (first.agreedWithPerson || !since(first.askedAt, way.askedAt)),
  };
}

/** The terms of the way that was or would be used; null where nothing is agreed, or nothing of that way is known. */
export function termsOver(agreed: WithFurther | null, over: Over): Agreement | null {
  if (agreed === null || over === 'another') return null;
  if (over === 'first') return agreed;
  const way = agreed.further.find(({ wayId }) => wayId === over);
  return way ? termsOf(agreed, way) : null;
}

/** The further ways that were not ended; none where nothing is agreed. */
export function inForce<W extends Pick<FurtherWay, 'endedAt'>>(
  agreed: { readonly further: readonly W[] } | null,
): readonly W[] {
  return agreed?.further.filter(({ endedAt }) => endedAt === null) ?? [];
}

/** Every way that somebody might use, the first one first; what was ended is none any more. */
export function everyWay(agreed: WithFurther): readonly { readonly over: Over; readonly terms: Agreement }[] {
  return [
    { over: 'first', terms: agreed },
    ...inForce(agreed).map((way) => ({ over: way.wayId, terms: termsOf(agreed, way) })),
  ];
}

function since(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
