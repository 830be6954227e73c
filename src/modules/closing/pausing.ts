import { allowed, type RiskLevel, refused, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Choice } from '#rules/words.ts';

/** How a pause ended. */
export const pauseEndings = [
  { value: 'they_came_back', label: 'They came back to us' },
  { value: 'agreed_day', label: 'The agreed day came, and we made contact' },
  { value: 'new_incident', label: 'Something happened, and safety could not wait' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type PauseEnding = (typeof pauseEndings)[number]['value'];

interface Resting {
  readonly closedAt: Temporal.Instant | null;
  readonly pausedAt: Temporal.Instant | null;
  /** A danger stands, and nobody wrote down what was done about it. */
  readonly immediateDanger: boolean;
}

/** A case rests once at a time, one that is closed needs no rest, and none rests while somebody is in danger. */
export function mayRest({ closedAt, pausedAt, immediateDanger }: Resting): Verdict {
  if (immediateDanger)
    return refused('A danger stands. Write down what was done about it first.', 'risk-assessed');
  if (closedAt) return refused('This case is closed.', 'own-pace');
  return pausedAt ? refused('This case rests already.', 'own-pace') : allowed;
}

/** Endings that say that somebody was in touch: of these there is a safe, two-way contact on record. */
const saysContact: readonly PauseEnding[] = ['agreed_day', 'they_came_back'];

/** "We made contact" is said by a contact on record since the pause began, and not by a choice from a list. */
export function mayResume(reason: PauseEnding, contactSince: boolean): Verdict {
  return !saysContact.includes(reason) || contactSince
    ? allowed
    : refused('No contact since the pause is on record. Record the contact first.', 'same-day-contact');
}

/** Was somebody reached since then? */
export function reachedSince(lastContactAt: Temporal.Instant | null, since: Temporal.Instant): boolean {
  return lastContactAt !== null && Temporal.Instant.compare(lastContactAt, since) > 0;
}

/** Why one person alone may not let a case rest. */
export const whyTwoDecide = [
  { value: 'lowering_waits', label: 'The risk is high, and a lower level waits for a second person.' },
  { value: 'no_lead', label: 'The risk is high, and nobody leads the case.' },
  { value: 'not_judged', label: 'The level of risk is only proposed: nobody has judged it.' },
  { value: 'never_reached', label: 'Nobody has ever reached them.' },
  { value: 'no_contact_between', label: 'It rested before, and nobody has reached them since.' },
] as const satisfies readonly Choice[];
export type WhyTwo = (typeof whyTwoDecide)[number]['value'];

export interface RestFacts {
  readonly riskLevel: RiskLevel | null;
  readonly riskJudged: boolean;
  readonly leadId: string | null;
  readonly loweringWaiting: boolean;
  /** When it began to rest the last time; null: never. */
  readonly lastPausedAt: Temporal.Instant | null;
  readonly lastContactAt: Temporal.Instant | null;
}

/** Then a manager decides, so that nobody is let go of by one hand (V3.4, L2.1c). */
export function whyTwo(facts: RestFacts): readonly WhyTwo[] {
  const { riskLevel, riskJudged, leadId, loweringWaiting, lastPausedAt, lastContactAt } = facts;
  const high = riskLevel === 'high';
  const holding: Readonly<Record<WhyTwo, boolean>> = {
    lowering_waits: high && loweringWaiting,
    no_lead: high && leadId === null,
    not_judged: riskLevel !== null && !riskJudged,
    never_reached: lastContactAt === null,
    no_contact_between:
      lastContactAt !== null && lastPausedAt !== null && !reachedSince(lastContactAt, lastPausedAt),
  };
  return whyTwoDecide.map(({ value }) => value).filter((each) => holding[each]);
}

export const pauseKind = {
  approval: 'approved',
  basis: 'own-pace',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they proposed.',
    changed: 'The day on which you would be in touch has come. Ask them for another one.',
  },
} as const satisfies ProposalKind<'approved'>;
