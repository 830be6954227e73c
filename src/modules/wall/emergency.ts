import {
  allowed,
  type PersonId,
  type PropertyId,
  refused,
  type StaffId,
  type Verdict,
} from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** How long emergency access lasts at most (domain §10); the database knows the same bound. */
export const lasts = Temporal.Duration.from({ minutes: 60 });
/** Tries of one colleague, whatever came of them, within which emergency access is an emergency and not a habit. */
export const triesAtMost = 5;
export const triesWithin = Temporal.Duration.from({ hours: 24 });
/** From this try on the managers of the team are told. */
const rushFrom = 3;

/** Why it cannot wait. Chosen, and then said in one's own words. */
export const reasons = [
  { value: 'danger_now', label: 'Somebody may be in danger now' },
  { value: 'person_asks', label: 'The person is here or on the phone, and needs help now' },
  { value: 'agency_asks', label: 'The police or another agency needs an answer now, to keep somebody safe' },
  {
    value: 'lead_away',
    label: 'Nobody who can open the case can be reached, and something in it cannot wait',
  },
  { value: 'other', label: 'Something else that cannot wait' },
] as const satisfies readonly Choice[];
export type Reason = (typeof reasons)[number]['value'];

/** What a colleague knows of the case that they need. */
export type Asked =
  | { readonly by: 'reference'; readonly reference: string }
  | { readonly by: 'person'; readonly personId: PersonId }
  | { readonly by: 'home'; readonly propertyId: PropertyId };

/**
 * `nothing`: there is no such case, or a conflict stands in front of it: one answer, so that nobody can tell which.
 * `not_needed`: they can open it anyway. `limited`: they have asked too often.
 */
export const outcomes = ['granted', 'not_needed', 'nothing', 'limited'] as const;
export type Outcome = (typeof outcomes)[number];

export const findings = [
  { value: 'appropriate', label: 'Appropriate: somebody’s safety could not wait' },
  { value: 'not_appropriate', label: 'Not appropriate' },
] as const satisfies readonly Choice[];
export type Finding = (typeof findings)[number]['value'];

/** @param tries how often this colleague asked within `triesWithin` */
export function mayTry(tries: number): Verdict {
  if (tries < triesAtMost) return allowed;
  return refused(
    `You have asked ${triesAtMost} times in 24 hours. Ring a manager of the team: they can let you in at once.`,
    'need-to-know',
  );
}

/** Whether this try is one of which the managers are told: the third, and the first that is one too many. */
export function isRush(triesBefore: number): boolean {
  return triesBefore + 1 === rushFrom || triesBefore === triesAtMost;
}

/** A reference as it is stored, from whatever way it was typed: `c 7k2m9qxa` is `C-7K2M-9QXA`; null: it is none. */
export function readReference(typed: string): string | null {
  const found = /^C([A-Z0-9]{4})([A-Z0-9]{4})$/.exec(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  return found && `C-${found[1]}-${found[2]}`;
}

export interface Span {
  readonly endsAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** Does it let anybody in at this moment? */
export function isRunning({ endsAt, endedAt }: Span, now: Temporal.Instant): boolean {
  return endsAt !== null && endedAt === null && Temporal.Instant.compare(now, endsAt) < 0;
}

/** When it ended, or will. */
export function endOf({ endsAt, endedAt }: Span): Temporal.Instant | null {
  return endedAt ?? endsAt;
}

/** Emergency access that somebody would end before its time, and who they are to the case. */
export interface Ending {
  readonly running: boolean;
  /** Whose access it is. */
  readonly staffId: StaffId;
  readonly by: StaffId;
  readonly leadId: StaffId | null;
  /** A manager of the team. */
  readonly manages: boolean;
  /** Whoever would end it is here by emergency access too. */
  readonly visiting: boolean;
}

/** Who may see a case is for those to say who answer for it: whoever leads it, and the managers who see it (V3.2). */
export function mayEnd({ running, staffId, by, leadId, manages, visiting }: Ending): Verdict {
  if (!running) return refused('This access has ended already.', 'need-to-know');
  if (staffId === by) return allowed;
  if (visiting)
    return refused('You are here by emergency access yourself, and end only your own.', 'need-to-know');
  if (manages || leadId === by) return allowed;
  return refused(
    'Whoever leads the case ends it, a manager who sees it, a data protection officer, or they themselves. In a hurry, ring one of them.',
    'need-to-know',
  );
}

/** For how long a page that is gone says to whoever was let in that their access is over. */
export const saysSo = Temporal.Duration.from({ hours: 24 });
