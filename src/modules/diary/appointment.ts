import { allowed, type CaseId, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { PlannedChannel } from '#rules/no-longer-agreed.ts';
import type { Over } from '#rules/ways.ts';
import { type Choice, labelOf } from '#rules/words.ts';

/** How somebody is to be met or called. */
export const channels = [
  { value: 'call', label: 'Phone call' },
  { value: 'video', label: 'Video call' },
  { value: 'agreed_place', label: 'Meeting at the safe place that was agreed' },
  { value: 'home', label: 'Visit to the home' },
  { value: 'elsewhere', label: 'Meeting somewhere else' },
] as const satisfies readonly (Choice & { readonly value: PlannedChannel })[];
export type Channel = (typeof channels)[number]['value'];

/** The same in two words, for lists. */
export const shortChannels: Readonly<Record<Channel, string>> = {
  call: 'Phone call',
  video: 'Video call',
  agreed_place: 'Meeting',
  home: 'Visit',
  elsewhere: 'Meeting',
};

/** Whoever goes out may be alone with whatever waits there; a call is made from a desk. */
export function goesOut(channel: Channel): boolean {
  return channel !== 'call' && channel !== 'video';
}

/** What it is for, in words that say nothing to whoever glances at them. */
export const purposes = [
  { value: 'talk', label: 'Talk' },
  { value: 'first_talk', label: 'First talk' },
  { value: 'questions', label: 'Go through questions together' },
  { value: 'plan', label: 'Plan together' },
  { value: 'home', label: 'Look at the home together' },
  { value: 'papers', label: 'Go through papers' },
  { value: 'with_others', label: 'Meet together with another service' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type Purpose = (typeof purposes)[number]['value'];

export const interpreterStates = [
  { value: 'not_needed', label: 'None is needed' },
  { value: 'to_book', label: 'Still to be booked' },
  { value: 'booked', label: 'Booked' },
] as const satisfies readonly Choice[];
export type InterpreterState = (typeof interpreterStates)[number]['value'];

export const cancellations = [
  { value: 'they_asked', label: 'They asked us not to come, or not to call' },
  { value: 'not_safe', label: 'It is not safe, or may not be' },
  { value: 'we_cannot', label: 'We cannot come or call' },
  { value: 'not_needed', label: 'It is no longer needed' },
  { value: 'by_mistake', label: 'It was planned by mistake' },
] as const satisfies readonly Choice[];
export type Cancellation = (typeof cancellations)[number]['value'];

/** Why visits and calls are called off together: it follows from what was decided about the case. */
export const callingsOff = [
  { value: 'case_closed', label: 'The case was closed' },
  { value: 'case_rests', label: 'They wish to be left in peace for now' },
] as const satisfies readonly Choice[];
export type CallingOff = (typeof callingsOff)[number]['value'];

/** What the person said, in a contact, of a call that was promised to them. */
const droppings = [
  { value: 'another_time', label: 'They asked for another time' },
  { value: 'let_go', label: 'They said that they do not need it any more' },
] as const satisfies readonly Choice[];
export type Dropping = (typeof droppings)[number]['value'];

/** Everything for which one may have been cancelled. */
export const whyCancelled = [...cancellations, ...callingsOff, ...droppings] as const;
export type WhyCancelled = (typeof whyCancelled)[number]['value'];

/** `cancelled: they asked for another time`, as the chronology keeps it: it may be shown to the person. */
export function cancelledInWords(reason: WhyCancelled): string {
  return `cancelled: ${labelOf(whyCancelled, reason).toLowerCase()}.`;
}

/** Nobody goes to, or rings for, a case that is over: it is opened again first, and its risk looked at anew (V4.1a). */
export function mayBePlanned({ closedAt }: { readonly closedAt: Temporal.Instant | null }): Verdict {
  if (closedAt === null) return allowed;
  return refused(
    'This case is closed. Open it again before a visit or a call is planned.',
    'same-day-contact',
  );
}

/** A visit or a call as it is planned. */
export interface Plan {
  readonly caseId: CaseId;
  readonly staffId: StaffId;
  readonly secondStaffId: StaffId | null;
  readonly channel: Channel;
  /** The first way that was agreed, or a further one by its id. */
  readonly over: Over;
  readonly purpose: Purpose;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly place: string;
  readonly alsoThere: string;
  readonly interpreter: InterpreterState;
  readonly loneWorking: boolean;
  readonly twoPeople: boolean;
  readonly twoPeopleWhy: string;
  /** By when whoever went has said that they are safe; null where nobody asks. */
  readonly checkInBy: Temporal.Instant | null;
}

/** How a planned contact stands. */
export interface Standing {
  readonly startsAt: Temporal.Instant;
  readonly checkInBy: Temporal.Instant | null;
  readonly checkedInAt: Temporal.Instant | null;
  readonly endedHow: 'kept' | 'cancelled' | 'moved' | null;
  readonly raisedAt: Temporal.Instant | null;
  readonly foundAt: Temporal.Instant | null;
}

/** Everybody up the line was told that whoever went is not heard of, and nobody has said yet what was found. */
export function isNotHeardOf({ raisedAt, foundAt }: Pick<Standing, 'raisedAt' | 'foundAt'>): boolean {
  return raisedAt !== null && foundAt === null;
}

/** Somebody should have said that they are safe, and has not. */
export function checkInIsMissing(
  { checkInBy, checkedInAt, endedHow, foundAt }: Standing,
  now: Temporal.Instant,
): boolean {
  return (
    checkInBy !== null &&
    checkedInAt === null &&
    foundAt === null &&
    endedHow === null &&
    Temporal.Instant.compare(checkInBy, now) < 0
  );
}

/** What became of it, or what is due, in a word or two. */
export function standingInWords(standing: Standing, now: Temporal.Instant): string {
  if (isNotHeardOf(standing)) return 'Not heard of';
  if (checkInIsMissing(standing, now)) return 'Not checked in';
  if (standing.endedHow === 'kept') return 'Kept';
  if (standing.endedHow === 'cancelled') return 'Cancelled';
  if (standing.endedHow === 'moved') return 'Moved';
  return Temporal.Instant.compare(standing.startsAt, now) < 0 ? 'To be recorded' : 'Planned';
}
