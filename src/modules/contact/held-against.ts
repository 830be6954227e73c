import type { WorkingCalendar } from '#rules/calendar.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { againstAgreement, type Breach } from '#rules/kept-agreement.ts';
import {
  type Began,
  type ContactChannel,
  type ContactOutcome,
  fitsWhoBegan,
  leftBehind,
  type Suspicion,
} from './contact-outcomes.ts';
import type { OverWhich } from './over.ts';
import { type WithWhom, whomFor } from './with-whom.ts';

interface Made {
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly begunBy: Began;
  readonly inTheirTimes?: 'yes' | 'no' | 'not_known' | undefined;
  readonly happenedAt: Temporal.Instant;
}

/** Where it went against what was agreed when it was made; nobody ticks it, and nobody ticks it away. */
export function heldAgainst(
  { channel, outcome, begunBy, inTheirTimes, happenedAt }: Made,
  { kind, terms }: OverWhich,
  calendar: WorkingCalendar,
): readonly Breach[] {
  const elsewhere = kind === 'another';
  const made = { way: channel, at: happenedAt, begunBy, left: leftBehind(outcome), elsewhere, inTheirTimes };
  return againstAgreement(terms, made, calendar);
}

interface Recording {
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
  readonly withWhom: WithWhom;
  readonly begunBy: Began;
  readonly doNow: string;
  readonly against: readonly Breach[];
}

/** What is written down fits together, and what went against the agreement says what is to be done now. */
export function mayBeRecorded(recording: Recording): Verdict {
  const { channel, outcome, withWhom, begunBy, doNow, against } = recording;
  if (!whomFor(channel, outcome).includes(withWhom))
    return refused('How it was tried, what came of it and with whom do not fit together.', 'records');
  if (!fitsWhoBegan(outcome, begunBy))
    return refused('What came of it does not fit who got in touch.', 'records');
  if (against.length > 0 && doNow.trim() === '')
    return refused('It went against what was agreed: say what is to be done now.', 'safe-contact');
  return allowed;
}

/** Whatever was left against the agreement may have been heard or read: unknown counts as yes, until somebody asked. */
export function suspectedAfter(
  outcome: ContactOutcome,
  against: readonly Breach[],
  said: Suspicion = 'not_asked',
): Suspicion {
  const heard = against.length > 0 && leftBehind(outcome) !== 'nothing' && outcome !== 'replied_safely';
  return heard && said === 'not_asked' ? 'not_known' : said;
}
