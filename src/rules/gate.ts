import {
  type AgreedChannel,
  type Agreement,
  agreedChannels,
  stale,
  timesInWordsOnly,
  type Way,
  withinNever,
  withinWindows,
} from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import type { Purpose } from './purposes.ts';
import { inSafeHours } from './safe-hours.ts';
import { labelOf } from './words.ts';

/** Why something is against the agreement, and the purpose that says so. */
export interface Against {
  readonly reason: string;
  readonly basis: Purpose;
  /** What would open it, where it is not that they are asked again. */
  readonly opens?: string;
  /** In two or three words, where it is no question of what was agreed. */
  readonly mark?: string;
}

/** A way of contact is open, or shut for reasons that a page can show. */
export type Gate =
  | { readonly open: true }
  | { readonly open: false; readonly reasons: readonly [Against, ...Against[]] };

export interface GateFacts {
  /** Null: nothing was agreed. */
  readonly agreement: Agreement | null;
  readonly channel: Way;
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

/** Where somebody would be met. */
export type Place = 'home' | 'agreed_place' | 'elsewhere';

/** A call or a visit that somebody means to make. */
export interface PlannedContact {
  readonly channel: Way;
  readonly at: Temporal.Instant;
  readonly place?: Place | undefined;
  /** Of the colleague who would make it, where it is known. */
  readonly colleagueGender?: 'woman' | 'man' | 'not_known' | undefined;
  readonly interpreterBooked?: boolean | undefined;
}

/**
 * May this way be used now, so that a page may show the number, the address or the e-mail that belongs to it? Whatever
 * is unknown, old or unsure shuts it: no record, no contact (L2.1a; domain §9).
 */
export function contactGate(facts: GateFacts): Gate {
  const agreed = gateThen(facts);
  return agreed.open && hoursNotKnown(facts) ? { open: false, reasons: [nobodyNamedHours] } : agreed;
}

/** The same of a moment that was planned or promised with them, or for which what leaves has hours of its own. */
export function gateThen({ agreement, channel, now, calendar }: GateFacts): Gate {
  const [first, ...rest] = against(agreement, channel, now, calendar);
  return first ? { open: false, reasons: [first, ...rest] } : { open: true };
}

/** A phone rings by itself: where they named no hours, nobody knows of a night whether it is safe. */
function hoursNotKnown({ agreement, channel, now, calendar }: GateFacts): boolean {
  if (agreement === null || untimed.includes(channel) || agreement.windows.length > 0) return false;
  return !inSafeHours(agreement, now, calendar);
}

export const nobodyNamedHours: Against = {
  reason:
    'They named no hours, and the office is closed: whether now is safe is not known. Where somebody may be in ' +
    'danger now, ring 999; to ring them, say why, and it is shown.',
  basis: 'access-needs',
};

/** Why a call or a visit that is planned would be against what was agreed, and against what the person needs (L2.3). */
export function agreementCheck(
  agreement: Agreement | null,
  planned: PlannedContact,
  calendar: WorkingCalendar,
): readonly Against[] {
  const reasons = against(agreement, planned.channel, planned.at, calendar);
  if (agreement === null) return reasons;
  return [...reasons, ...againstPlace(agreement, planned), ...againstNeeds(agreement, planned)];
}

/** What of an agreement puts it in doubt. */
type Doubtful = Pick<
  Agreement,
  | 'channel'
  | 'unsureSince'
  | 'changedSince'
  | 'agreedWithPerson'
  | 'askedAt'
  | 'endedAt'
  | 'movedSince'
  | 'ofFeared'
>;

/** Why nobody should act upon this agreement as it stands, whatever the way and the time. */
export function doubts(agreement: Doubtful, now: Temporal.Instant): readonly Against[] {
  const { channel, unsureSince, changedSince, agreedWithPerson, askedAt, endedAt } = agreement;
  const rows = reasonsWhere([
    [channel === 'none', 'No safe way is known.', 'safe-contact'],
    [Boolean(endedAt), 'This was ended: nobody uses it any more.', 'safe-contact'],
    [unsureSince !== null, 'Somebody may suspect something: make sure first.', 'perpetrator-gate'],
    [
      changedSince !== null,
      'At the last contact, or when a message came back, it was no longer sure: write down what is right now.',
      'safe-contact',
    ],
    [!agreedWithPerson, 'Not agreed with the person themselves: make sure first.', 'safe-contact'],
    [askAgainWhere(agreement, channel), movedSinceAgreed.reason, movedSinceAgreed.basis],
    [stale(askedAt, now), 'Asked more than 30 days ago: ask again first.', 'safe-contact'],
  ]);
  return agreement.ofFeared ? [alsoOfFeared(channel), ...rows] : rows;
}

/** Whoever they fear would answer, or read it: nobody’s reason makes that safe (V3.2, L2.1a). */
export function alsoOfFeared(channel: AgreedChannel): Required<Against> {
  return {
    reason: `The register has this ${channel === 'email' ? 'mailbox' : 'number'} as one of whoever they fear.`,
    basis: 'perpetrator-gate',
    opens: 'Ask whose it is, and agree one that only they use.',
    mark: channel === 'email' ? 'Not a safe mailbox' : 'Not a safe number',
  };
}

function against(
  agreement: Agreement | null,
  way: Way,
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Against[] {
  if (agreement === null) return [nothingAgreed];
  return [
    ...doubts(agreement, at),
    ...againstWay(agreement, way),
    ...(askAgainWhere(agreement, way) && !askAgainWhere(agreement, agreement.channel)
      ? [movedSinceAgreed]
      : []),
    ...(way === 'through_somebody' && agreement.contactPersonOfFeared ? [alsoOfFeared(way)] : []),
    ...againstTime(agreement, way, at, calendar),
  ];
}

/**
 * An address or a place was agreed while they lived elsewhere: whoever lives there still opens the post and the door.
 * That nothing has changed, said at a call, does not make it safe: it is agreed anew, or not used.
 */
export function askAgainWhere({ movedSince }: Pick<Agreement, 'movedSince'>, way: AgreedChannel): boolean {
  return Boolean(movedSince) && (way === 'post' || way === 'in_person');
}

export const movedSinceAgreed: Against = {
  reason: 'They have moved since this was agreed: ask again before anybody writes or visits.',
  basis: 'safe-contact',
};

const nothingAgreed: Against = {
  reason: 'Nothing has been agreed yet about how to be in touch.',
  basis: 'safe-contact',
};

function againstWay(agreement: Agreement, way: Way): readonly Against[] {
  if (agreement.channel === 'none' || wayAgreed(agreement, way)) return [];
  return [{ reason: `${labelOf(agreedChannels, way)} was not agreed.`, basis: 'safe-contact' }];
}

type Allowing = Pick<Agreement, 'channel' | 'mayText' | 'mayEmail' | 'mayPost'> &
  Partial<Pick<Agreement, 'mayVisit' | 'meetingPlace' | 'contactPerson'>>;

/** A way is agreed where it is the first choice or was allowed by itself: agreeing to one never implies another. */
export function wayAgreed(agreement: Allowing, way: Way): boolean {
  const { channel } = agreement;
  const allowed: Readonly<Partial<Record<AgreedChannel, boolean>>> = {
    text: agreement.mayText,
    email: agreement.mayEmail,
    post: agreement.mayPost,
    in_person: agreement.mayVisit || Boolean(agreement.meetingPlace),
    through_somebody: Boolean(agreement.contactPerson),
  };
  return channel !== 'none' && (channel === way || allowed[way] === true);
}

/** Ways to which agreed times do not apply. */
export const untimed: readonly Way[] = ['post', 'web_chat'];

function againstTime(
  agreement: Agreement,
  way: Way,
  at: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Against[] {
  if (untimed.includes(way)) return [];
  const { windows, never, times } = agreement;
  return reasonsWhere([
    [withinNever(never, at, calendar), 'This is a time never to use.', 'access-needs'],
    [
      windows.length > 0 && !withinWindows(windows, at, calendar),
      'This is outside the times that were agreed.',
      'access-needs',
    ],
    [
      timesInWordsOnly(agreement),
      `The safe times are known in words only: “${times}”. Read them first.`,
      'access-needs',
    ],
  ]);
}

function againstPlace(agreement: Agreement, { channel, place }: PlannedContact): readonly Against[] {
  if (channel !== 'in_person') return [];
  const { mayVisit, meetingPlace } = agreement;
  return reasonsWhere([
    [place === 'home' && !mayVisit, 'Visits to the home were not agreed.', 'access-needs'],
    [
      place === 'elsewhere' ||
        (place === 'agreed_place' && meetingPlace === '' && agreement.channel !== 'in_person'),
      'This place was not agreed as a safe one.',
      'access-needs',
    ],
  ]);
}

function againstNeeds(
  { interpreter, workerGender }: Agreement,
  { colleagueGender, interpreterBooked }: PlannedContact,
): readonly Against[] {
  const asked = workerGender === 'woman' || workerGender === 'man';
  return reasonsWhere([
    [
      asked && colleagueGender !== undefined && colleagueGender !== workerGender,
      `They asked for a colleague who is a ${workerGender}.`,
      'access-needs',
    ],
    [
      interpreter.startsWith('professional') && interpreterBooked === false,
      `They need a ${interpretersInWords(interpreter)}, and none is booked.`,
      'access-needs',
    ],
  ]);
}

function interpretersInWords(interpreter: Agreement['interpreter']): string {
  if (interpreter === 'professional_woman') return 'professional interpreter who is a woman';
  if (interpreter === 'professional_man') return 'professional interpreter who is a man';
  return 'professional interpreter';
}

function reasonsWhere(
  rows: readonly (readonly [holds: boolean, reason: string, basis: Purpose])[],
): readonly Against[] {
  return rows.flatMap(([holds, reason, basis]) => (holds ? [{ reason, basis }] : []));
}
