import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { ActAnswer } from '#rules/may-act.ts';
import type { ProposalKind } from '#rules/proposal.ts';

export const actionProposalKind = {
  approval: 'approved',
  basis: 'perpetrator-gate',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they put to a manager.',
    changed:
      'It is not open now: it may raise the risk, or what it rests on has changed. Nobody overrides that.',
  },
} as const satisfies ProposalKind<'approved'>;

const basis = actionProposalKind.basis;

/** Why it may not be; all that is refused here rests on one purpose. */
export function notOpen(reason: string): Verdict {
  return refused(reason, basis);
}

/** The same answer on a page, for a form that is sent, and for whatever else would do it. */
export function verdictOf(answer: ActAnswer): Verdict {
  if (answer.open) return allowed;
  const { reason, basis } = answer.reasons[0];
  return refused(reason, basis);
}

/** What has become of an action, as lists say it. */
export type ActionState =
  | 'proposed'
  | 'stopped'
  | 'ready'
  | 'waiting'
  | 'declined'
  | 'agreed'
  | 'told'
  | 'taken'
  | 'dropped';

export const actionStates: Readonly<Record<ActionState, string>> = {
  proposed: 'Proposed: not open yet',
  stopped: 'Stopped: it may raise the risk',
  ready: 'Open: may be put to a manager',
  waiting: 'A manager decides',
  declined: 'A manager did not agree',
  agreed: 'Agreed: they do not know yet',
  told: 'May be done now',
  taken: 'Done',
  dropped: 'Not done',
};

/** What was done and decided about an action, the newest of each first. */
interface Course {
  readonly steps: readonly { readonly step: string }[];
  readonly decisions: readonly { readonly decision: string | null }[];
}

/** It was done, or it was decided that it is not. */
export function isOver({ steps }: Pick<Course, 'steps'>): boolean {
  return steps.some(({ step }) => step === 'taken' || step === 'dropped');
}

export interface Answers {
  readonly decide: ActAnswer;
  readonly tell: ActAnswer;
  readonly take: ActAnswer;
}

export function stateOf({ steps, decisions }: Course, gate: Answers): ActionState {
  if (steps.some(({ step }) => step === 'dropped')) return 'dropped';
  if (steps.some(({ step }) => step === 'taken')) return 'taken';
  if (!gate.decide.open && gate.decide.raises) return 'stopped';
  if (decisions.some(({ decision }) => decision === null)) return 'waiting';
  if (gate.take.open) return 'told';
  if (gate.tell.open) return 'agreed';
  if (!gate.decide.open) return 'proposed';
  return decisions[0]?.decision === 'declined' ? 'declined' : 'ready';
}
