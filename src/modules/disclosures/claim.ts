import { afterWorkingMinutes, atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';

/** Somebody of the team said that they have what somebody told us, so that nobody else rings the same person. */
export interface Claim {
  readonly id: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly at: Temporal.Instant;
  /** Two working hours later: after that nobody has to ask them. */
  readonly until: Temporal.Instant;
  /** Why it was taken from whoever had it before; empty: nobody had it. */
  readonly why: string;
}

export function claimUntil(at: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  return afterWorkingMinutes(at, 2 * 60, calendar);
}

/** Nobody has it; whoever looks has it; a colleague has it; or one said so and has let it lie. */
export type ClaimState = 'nobody' | 'own' | 'theirs' | 'left';

/** Who looks, and when. */
export interface ClaimReader {
  readonly staff: StaffId | null;
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

export function claimState(claim: Claim | null, { staff, now }: Omit<ClaimReader, 'calendar'>): ClaimState {
  if (!claim) return 'nobody';
  if (Temporal.Instant.compare(now, claim.until) >= 0) return 'left';
  return claim.staffId === staff ? 'own' : 'theirs';
}

/** Who has it since when, and what follows for whoever looks; nothing where nobody has it. */
export function claimWords(claim: Claim | null, reader: ClaimReader): string {
  if (!claim) return '';
  const since = sinceWords(claim.at, reader);
  if (claimState(claim, reader) === 'left')
    return claim.staffId === reader.staff
      ? `You said ${onceWords(since)} that you have this. That was more than two working hours ago: ` +
          'say it again if you go on with it'
      : `${claim.name} said ${onceWords(since)} that they have this. That was more than two working hours ago: ` +
          'ask them what they did, and have it yourself if nobody goes on with it';
  return claimState(claim, reader) === 'own'
    ? `You have this since ${since}`
    : `${claim.name} has this since ${since}: speak to them before you ring`;
}

/** What somebody is told who says second that they have it, or takes it over second: who has it instead of them. */
export function firstWords(claim: Claim | null, triaged: boolean, reader: ClaimReader): string {
  if (triaged) return 'This was triaged meanwhile, so nobody has to have it. Nothing was changed.';
  if (!claim) return 'Somebody had this before you, and let it go again. Nothing was changed: look again.';
  const since = onceWords(sinceWords(claim.at, reader));
  if (claim.staffId === reader.staff) return `You said ${since} that you have this. Nothing was changed.`;
  return `${claim.name} said first, ${since}, that they have this. You do not have it.`;
}

/** The same in a list, where there is little room. */
export function claimInShort(claim: Claim | null, reader: ClaimReader): string {
  if (!claim) return '';
  const who = claim.staffId === reader.staff ? 'You' : claim.name;
  const since = sinceWords(claim.at, reader);
  if (claimState(claim, reader) === 'left')
    return `${who} said so ${onceWords(since)}, more than two working hours ago`;
  return `${who === 'You' ? 'You have' : `${who} has`} this since ${since}`;
}

function sinceWords(at: Temporal.Instant, { now, calendar }: ClaimReader): string {
  const [then, today] = [atTheOffice(at, calendar), atTheOffice(now, calendar)];
  if (!then.toPlainDate().equals(today.toPlainDate())) return momentInWords(at, calendar);
  return then.toPlainTime().toString({ smallestUnit: 'minute' });
}

function onceWords(since: string): string {
  return since.length > 5 ? `on ${since}` : `at ${since}`;
}
