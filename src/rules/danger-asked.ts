import type { WorkingCalendar } from './calendar.ts';
import { momentInWords } from './moment.ts';

/** What a case holds of whether they were asked about danger. */
export interface DangerAsked {
  readonly dangerAskedAt: Temporal.Instant | null;
  /** A later contact, assessment or reopening passed without asking, because nobody did or it was not safe. */
  readonly dangerUnaskedAt: Temporal.Instant | null;
  readonly lastContactAt: Temporal.Instant | null;
  readonly high: boolean;
}

/** That it is to be asked at the next safe contact, since when, and when they were last asked; null: never. */
export interface DangerOwed {
  readonly because: 'passed over' | 'never asked' | 'long ago';
  readonly since: Temporal.Instant;
  readonly lastAsked: Temporal.Instant | null;
}

/** How long an answer counts at high risk; as long as its level does. */
const daysAnAnswerCounts = 7;

/**
 * Not asked is not fine: whatever passed without asking is owed at the next safe contact, and so is what was never
 * asked although they were reached. At high risk an answer counts for a week.
 */
export function dangerOwed(
  { dangerAskedAt, dangerUnaskedAt, lastContactAt, high }: DangerAsked,
  now: Temporal.Instant,
): DangerOwed | null {
  if (dangerUnaskedAt !== null)
    return { because: 'passed over', since: dangerUnaskedAt, lastAsked: dangerAskedAt };
  if (dangerAskedAt === null)
    return lastContactAt && { because: 'never asked', since: lastContactAt, lastAsked: null };
  const until = dangerAskedAt.add({ hours: 24 * daysAnAnswerCounts });
  return high && Temporal.Instant.compare(until, now) <= 0
    ? { because: 'long ago', since: until, lastAsked: dangerAskedAt }
    : null;
}

/** “Danger not asked about since …: ask at the next safe contact.” */
export function dangerOwedInWords(
  { because, since, lastAsked }: DangerOwed,
  calendar: WorkingCalendar,
): string {
  const asks = 'Ask at the next safe contact.';
  const at = (moment: Temporal.Instant) => momentInWords(moment, calendar);
  if (because === 'never asked')
    return `It is not written down that anybody asked whether there is danger. ${asks}`;
  if (because === 'long ago') return `Danger not asked about since ${at(lastAsked ?? since)}. ${asks}`;
  const last = lastAsked ? `Last asked ${at(lastAsked)}.` : 'Never asked so far.';
  return `Danger was not asked about on ${at(since)}. ${last} ${asks}`;
}
