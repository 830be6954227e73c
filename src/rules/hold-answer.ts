import type { Agreement, Way } from './agreement.ts';
import { doubts, wayAgreed } from './gate.ts';

/** What another system of the landlord would do. Court action is over income: a notice, a claim, a hearing … */
export const holdContacts = ['letter', 'text', 'email', 'phone', 'visit', 'court_action'] as const;
export type HoldContact = (typeof holdContacts)[number];

/**
 * What it is told: `yes`, there is a hold, so nothing is sent and nobody rings or comes; `call_first`, nothing either
 * until the office that keeps the holds was asked; `no`, there is none. Nobody is ever told why.
 */
export const holdAnswers = ['no', 'call_first', 'yes'] as const;
export type HoldAnswer = (typeof holdAnswers)[number];

/** What was agreed, as far as it says whether somebody else of the landlord may be in touch. */
export type HoldAgreement = Pick<
  Agreement,
  | 'channel'
  | 'mayText'
  | 'mayEmail'
  | 'mayPost'
  | 'mayVisit'
  | 'agreedWithPerson'
  | 'askedAt'
  | 'unsureSince'
  | 'changedSince'
  | 'movedSince'
>;

/** A case around the tenancy, the person or the home that was asked about: theirs, or of anybody of the household. */
export interface HoldCase {
  /** Else it is another case of the landlord, looked at for the same work, and counts for nothing. */
  readonly ours: boolean;
  readonly closedAt: Temporal.Instant | null;
  /** By where they live now; else by a home of before, or by whoever is feared alone. */
  readonly here: boolean;
  /** Whoever they fear is of this household, or is known to be of another one. */
  readonly feared: 'near' | 'elsewhere' | 'not_known';
  /** Null: nothing was agreed. */
  readonly agreed: HoldAgreement | null;
  readonly court: HeldFromCourt;
}

/** What holds court action over income in a case (may-go-to-court.ts): breathing space, and the law's own scheme. */
export interface HeldFromCourt {
  /** Null: no breathing space stands. */
  readonly spaceFrom: Temporal.Instant | null;
  readonly respiteFrom: Temporal.PlainDate | null;
  readonly respiteUntil: Temporal.PlainDate | null;
}

/** What somebody set by hand, or was drawn by chance. */
export interface Held {
  readonly ours: boolean;
  readonly contacts: readonly HoldContact[];
  /** Also a moment that is still to come. */
  readonly endedAt: Temporal.Instant | null;
}

export interface HoldFacts {
  /** The reference is on the register. */
  readonly known: boolean;
  /** Something that was told about them waits to be looked at. */
  readonly told: boolean;
  /** When somebody last looked at what was told. */
  readonly lookedAt: Temporal.Instant | null;
  readonly cases: readonly HoldCase[];
  readonly held: readonly Held[];
}

/**
 * After anything has ended, a case, a hold of any cause, or what was told and came to nothing, somebody is asked first
 * for so long (V3.2: lives change, and letters lag behind). One tail for all: none shows by its end what it was.
 */
export const askedFirstAfterwards = Temporal.Duration.from({ hours: 24 * 183 });

/**
 * May another system be in touch this way? The strictest of all that is on record counts. While a case is open it is
 * never told *no*: what was agreed was agreed with one worker, not for a letter to every tenant of the home (L2.1a,
 * V4.1). What is not on the register may be somebody who has just moved there: somebody is asked first.
 */
export function holdAnswer(
  { known, told, lookedAt, cases, held }: HoldFacts,
  contact: HoldContact,
  now: Temporal.Instant,
): HoldAnswer {
  return strictest([
    known ? 'no' : 'call_first',
    told ? 'yes' : 'no',
    lookedAt === null ? 'no' : afterwards(lookedAt, now),
    ...held.map((each) => counted(each, ofHeld(each, contact, now))),
    ...cases.map((each) => counted(each, ofCase(each, contact, now))),
  ]);
}

/** The answer for several kinds of contact at once: the strictest of them. */
export function strictest(answers: readonly HoldAnswer[]): HoldAnswer {
  return holdAnswers.findLast((each) => answers.includes(each)) ?? 'call_first';
}

function ofCase(
  { closedAt, here, feared, agreed, court }: HoldCase,
  contact: HoldContact,
  now: Temporal.Instant,
): HoldAnswer {
  // It may go on after the case is closed, to its last day.
  if (contact === 'court_action' && here && isHeldFromCourt(court, now)) return 'yes';
  if (closedAt !== null) return afterwards(closedAt, now);
  // Papers of a court come to the home: also where nothing holds them any more, somebody who knows is asked first.
  if (contact === 'court_action') return 'call_first';
  // A home of before, or a home of whoever is feared: others may live there, and somebody who knows decides.
  if (!here) return 'call_first';
  return feared === 'elsewhere' && agreed !== null && isAgreed(agreed, contact, now) ? 'call_first' : 'yes';
}

function ofHeld({ contacts, endedAt }: Held, contact: HoldContact, now: Temporal.Instant): HoldAnswer {
  if (endedAt !== null && Temporal.Instant.compare(endedAt, now) <= 0) return afterwards(endedAt, now);
  return contacts.includes(contact) ? 'yes' : 'call_first';
}

/** The answer was reckoned either way. */
function counted({ ours }: { readonly ours: boolean }, answer: HoldAnswer): HoldAnswer {
  return ours ? answer : 'no';
}

function afterwards(ended: Temporal.Instant, now: Temporal.Instant): HoldAnswer {
  return Temporal.Instant.compare(ended.add(askedFirstAfterwards), now) > 0 ? 'call_first' : 'no';
}

/** In England, where both schemes hold, whatever the clock of the machine. */
const zone = 'Europe/London';

function isHeldFromCourt(
  { spaceFrom, respiteFrom, respiteUntil }: HeldFromCourt,
  now: Temporal.Instant,
): boolean {
  if (spaceFrom !== null && Temporal.Instant.compare(spaceFrom, now) <= 0) return true;
  if (respiteFrom === null || respiteUntil === null) return false;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const { compare } = Temporal.PlainDate;
  return compare(respiteFrom, today) <= 0 && compare(today, respiteUntil) <= 0;
}

const wayOf: Readonly<Record<Exclude<HoldContact, 'court_action'>, Way>> = {
  letter: 'post',
  text: 'text',
  email: 'email',
  phone: 'phone',
  visit: 'in_person',
};

function isAgreed(
  agreed: HoldAgreement,
  contact: Exclude<HoldContact, 'court_action'>,
  now: Temporal.Instant,
): boolean {
  if (doubts(agreed, now).length > 0) return false;
  const { movedSince } = agreed;
  if (contact === 'visit') return agreed.mayVisit && !movedSince;
  return (contact !== 'letter' || !movedSince) && wayAgreed(agreed, wayOf[contact]);
}
