import { type Held, held } from './against-post.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { StaffId } from './facts.ts';
import type { PlannedContact } from './gate.ts';
import { caseClosed, caseRests, withConflict } from './held-in-case.ts';
import type { Nearness } from './household.ts';
import {
  type AgreedNow,
  againstThroughout,
  otherPlaceSince,
  turnsOf,
  type Upcoming,
  wayOf,
} from './no-longer-agreed.ts';
import { isUnsafe } from './unsafe.ts';
import { termsOver } from './ways.ts';

/** A call, a meeting or a visit, as it would be made. */
export interface Booking extends Omit<Upcoming, 'placeThen'> {
  /** Where it was agreed to meet when it was planned; null: it is being planned now. */
  readonly placeThen: string | null;
  /** Whoever goes or rings, and whoever goes along. */
  readonly staffIds: readonly StaffId[];
}

/** What of a case decides about it, beside its agreement. */
export interface Surroundings {
  readonly closed: boolean;
  /** It rests, and this was planned since. */
  readonly resting: boolean;
  /** While it rests: the day on which somebody is in touch again, as was agreed. */
  readonly restsUntil: Temporal.PlainDate | null;
  readonly blockedStaff: readonly StaffId[];
  /** How each of whoever they fear stands to the home, the nearest first. */
  readonly feared: readonly Nearness[];
}

export interface MeetingFacts {
  /** As it is now, not as it was when this was planned; null: nothing was agreed. */
  readonly agreement: AgreedNow | null;
  readonly around: Surroundings;
  readonly calendar: WorkingCalendar;
}

export type Meeting =
  | { readonly decision: 'go' }
  | { readonly decision: 'hold'; readonly reasons: readonly [Held, ...Held[]] };

/** What speaks against it. */
export interface AgainstMeeting {
  /** Unknown or not safe: no reason that somebody gives makes it so. */
  readonly unsafe: boolean;
  readonly reasons: readonly Held[];
}

/**
 * May somebody go or ring, as things stand now? Asked as it is planned, and anew until it is over. What was known as it
 * was planned, and answered for, is no news; nobody answers for what is unsafe (V3.2, L2.1a).
 */
export function mayMeet(booking: Booking, facts: MeetingFacts): Meeting {
  const { unsafe, reasons } = againstMeeting(booking, facts);
  const known = ({ reason }: Held) => booking.outside.some((each) => each.startsWith(reason));
  const [first, ...rest] = unsafe ? reasons : reasons.filter((each) => !known(each));
  return first ? { decision: 'hold', reasons: [first, ...rest] } : { decision: 'go' };
}

/** All that speaks against it, whatever was known as it was planned. */
export function againstMeeting(booking: Booking, facts: MeetingFacts): AgainstMeeting {
  const { agreement, around, calendar } = facts;
  const { way, place } = wayOf(booking.channel);
  const { gender } = booking;
  const contact: Omit<PlannedContact, 'at'> = {
    channel: way,
    place,
    colleagueGender: gender === 'woman' || gender === 'man' ? gender : 'not_known',
    interpreterBooked: booking.interpreter === 'booked',
  };
  const agreed = [
    ...againstThroughout(agreement, booking.over, contact, booking, calendar),
    ...otherPlaceSince(agreement, booking),
  ].map((each) => ({ opens: 'Ask them again, at a safe moment.', ...each }));
  const never = neverNow(booking, around);
  const { startsAt, endsAt } = booking;
  const terms = termsOver(agreement, booking.over);
  return {
    unsafe:
      never.length > 0 ||
      terms === null ||
      isUnsafe(terms, { way, place, moments: () => turnsOf(terms, startsAt, endsAt, calendar) }, calendar),
    reasons: [...agreed, ...never, ...forAReason(booking, around, calendar)],
  };
}

function neverNow({ channel, staffIds }: Booking, around: Surroundings): readonly Held[] {
  const { closed, blockedStaff, feared } = around;
  const atTheDoor = feared.some((each) => each === 'holds_it' || each === 'lives_there');
  return [
    ...(closed ? [caseClosed] : []),
    ...(staffIds.some((each) => blockedStaff.includes(each))
      ? [withConflict('Whoever goes or rings has a conflict of interest.', 'Send somebody else.')]
      : []),
    ...(channel === 'home' && atTheDoor
      ? [
          held(
            'Whoever they fear is at this home.',
            'perpetrator-gate',
            'Meet somewhere outside the home that was agreed, or ring.',
            'Not safe at home',
          ),
        ]
      : []),
  ];
}

/** Against what is known, but they may wish it: it goes on for a reason that is written down. */
function forAReason(
  { channel, startsAt }: Booking,
  { resting, restsUntil, feared }: Surroundings,
  calendar: WorkingCalendar,
): readonly Held[] {
  const on = startsAt.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
  const before = restsUntil === null || Temporal.PlainDate.compare(on, restsUntil) < 0;
  return [
    ...(resting && before ? [caseRests] : []),
    ...(channel === 'home' && feared.includes('was_there')
      ? [
          held(
            'Whoever they fear was at this home once, and may have a key.',
            'perpetrator-gate',
            'Ask them whether it is safe there, or meet somewhere that was agreed.',
            'Not safe at home',
          ),
        ]
      : []),
  ];
}
