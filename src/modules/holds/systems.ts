import type { HoldContact } from '#rules/hold-answer.ts';
import type { Decision, ProposalKind } from '#rules/proposal.ts';
import type { Choice } from '#rules/words.ts';
import type { Question } from './questions.ts';

/** One administrator proposes a system that may ask, another decides: whoever holds a token can ask about everybody. */
export const systemKind = {
  approval: 'approved',
  basis: 'need-to-know',
  withdrawnBy: 'proposer',
  says: { own: 'You proposed this. Another administrator has to decide.' },
} as const satisfies ProposalKind<'approved'>;
export type SystemDecision = Decision<'approved'>;

export const questionChoices = [
  { value: 'tenancy', label: 'By the reference of a tenancy' },
  { value: 'person', label: 'By the reference of a person' },
  { value: 'address', label: 'By the reference of a home, or its address' },
  { value: 'uprn', label: 'By the number of a property (UPRN)' },
  {
    value: 'list',
    label: 'The whole list, for a batch',
    hint: 'Everybody’s answer at once: only where it has to be',
  },
  {
    value: 'move',
    label: 'Whether a home may be offered to somebody',
    hint: 'For lettings. It is told “safe” or “ask the lead”, and never why',
  },
] as const satisfies readonly (Choice & { readonly value: Question })[];

export const contactChoices = [
  { value: 'letter', label: 'Letters' },
  { value: 'text', label: 'Text messages' },
  { value: 'email', label: 'E-mails' },
  { value: 'phone', label: 'Phone calls' },
  { value: 'visit', label: 'Visits' },
  {
    value: 'court_action',
    label: 'Court action over income',
    hint: 'Notices, hearings, warrants, and letters that chase',
  },
] as const satisfies readonly (Choice & { readonly value: HoldContact })[];

/** How often it is expected to ask, in days. */
export const askingChoices = [
  { value: '1', label: 'Every day' },
  { value: '7', label: 'Every week' },
  { value: '31', label: 'Every month' },
] as const satisfies readonly Choice[];

/** For how many days its token lasts. */
export const lastingChoices = [
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '365', label: 'A year' },
] as const satisfies readonly Choice[];

export interface SystemFacts {
  readonly decision: SystemDecision | null;
  readonly madeAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly lastAt: Temporal.Instant | null;
  readonly asksWithin: number;
}

/** How a system stands: what waits, what asks, and what is owed a look. */
export type SystemStanding =
  | 'to_decide'
  | 'declined'
  | 'withdrawn'
  | 'no_token'
  | 'revoked'
  | 'token_ended'
  | 'silent'
  | 'not_yet'
  | 'token_ends'
  | 'asks';

const endsSoon = Temporal.Duration.from({ hours: 24 * 14 });
/** So long after it should have asked it counts as silent: a night's batch may be late. */
const patience = Temporal.Duration.from({ hours: 12 });

export function standingOf(system: SystemFacts, now: Temporal.Instant): SystemStanding {
  const { decision, madeAt, expiresAt, revokedAt } = system;
  if (decision === null) return 'to_decide';
  if (decision !== 'approved') return decision;
  if (madeAt === null || expiresAt === null) return 'no_token';
  if (revokedAt !== null) return 'revoked';
  if (isBefore(expiresAt, now)) return 'token_ended';
  if (isSilent(system, now)) return 'silent';
  if (system.lastAt === null) return 'not_yet';
  return isBefore(expiresAt, now.add(endsSoon)) ? 'token_ends' : 'asks';
}

/** What somebody has to look at: a system that does not ask may be sending to everybody. */
export const owed: readonly SystemStanding[] = [
  'to_decide',
  'no_token',
  'token_ended',
  'silent',
  'token_ends',
  'not_yet',
];

/** It has not asked for longer than was said of it; from its token on, where it never has. */
function isSilent({ madeAt, lastAt, asksWithin }: SystemFacts, now: Temporal.Instant): boolean {
  const since = lastAt ?? madeAt;
  return since !== null && isBefore(since.add({ hours: 24 * asksWithin }).add(patience), now);
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}
