import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { MediateAnswer } from '#rules/may-mediate.ts';
import type { MediationStep } from '#rules/mediation.ts';
import type { Pack } from '#rules/pack.ts';
import type { ProposalKind } from '#rules/proposal.ts';

export const mediationKind = {
  approval: 'approved',
  basis: 'mediation',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they put to a manager.',
    changed:
      'It is not open now: it may not be safe, or what it rests on has changed. Nobody overrides that.',
  },
} as const satisfies ProposalKind<'approved'>;

const basis = mediationKind.basis;

export function notOpen(reason: string): Verdict {
  return refused(reason, basis);
}

/** The same answer on a page, for a form that is sent, and for whatever else would do it. */
export function verdictOf(answer: MediateAnswer): Verdict {
  if (answer.open) return allowed;
  const { reason, basis } = answer.reasons[0];
  return refused(reason, basis);
}

/** Where the policy says nothing of it nobody is offered it; who asks for it meets the same gate. */
export function isPromised({ purposes }: Pick<Pack, 'purposes'>): boolean {
  return purposes.mediation !== null;
}

interface Course {
  readonly steps: readonly { readonly step: MediationStep }[];
  readonly decisions: readonly { readonly decision: string | null }[];
}

export function isOver({ steps }: Pick<Course, 'steps'>): boolean {
  return steps.some(({ step }) => step !== 'arranged');
}

export function isArranged({ steps }: Pick<Course, 'steps'>): boolean {
  return steps.some(({ step }) => step === 'arranged');
}

export interface Gate {
  readonly decide: MediateAnswer;
  readonly arrange: MediateAnswer;
}

export const mediationStates = {
  never: 'Not offered: it would not be safe',
  asked: 'Asked for: not open yet',
  ready: 'Open: may be put to a manager',
  waiting: 'A manager decides',
  declined: 'A manager did not agree',
  agreed: 'A manager agreed',
  arranged: 'Arranged',
  shut: 'Arranged, and shut again: stop it',
  ended: 'It took place',
  stopped: 'Stopped, or not begun',
} as const;
export type MediationState = keyof typeof mediationStates;

/** The newest of each first. */
export function stateOf(course: Course, { decide, arrange }: Gate): MediationState {
  if (course.steps.some(({ step }) => step === 'ended')) return 'ended';
  if (isOver(course)) return 'stopped';
  if (isArranged(course)) return arrange.open ? 'arranged' : 'shut';
  if (!decide.open && decide.never) return 'never';
  if (course.decisions.some(({ decision }) => decision === null)) return 'waiting';
  if (arrange.open) return 'agreed';
  if (!decide.open) return 'asked';
  return course.decisions[0]?.decision === 'declined' ? 'declined' : 'ready';
}
