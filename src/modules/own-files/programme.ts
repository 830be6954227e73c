import type { MayGo, Outcome } from './words.ts';

/** How long an answer stands: after it, or as soon as anything is unknown, it is not now. The time is Lintel’s. */
export const answerStands = Temporal.Duration.from({ hours: 336 });

interface Step {
  readonly id: string;
  readonly step: 'asked' | 'referred' | 'outcome' | 'dropped';
  readonly outcome: string;
  readonly recordedAt: Temporal.Instant;
}

export interface Answered {
  readonly stepId: string;
  readonly result: MayGo;
  readonly answeredAt: Temporal.Instant;
}

export type ProgrammeState =
  | 'not_asked'
  | 'waiting'
  | 'may_go'
  | 'not_now'
  | 'ask_again'
  | 'referred'
  | 'known'
  | 'dropped';

export const programmeStates: Readonly<Record<ProgrammeState, string>> = {
  not_asked: 'Not asked yet whether it may go',
  waiting: 'Asked. Until it is answered: not now',
  may_go: 'It may go',
  not_now: 'Not now',
  ask_again: 'The answer is too old: ask again',
  referred: 'Referred: what came of it is not known',
  known: 'What came of it is known',
  dropped: 'Not referred',
};

/** @param steps the latest first */
export function programmeState(
  steps: readonly Step[],
  answers: readonly Answered[],
  now: Temporal.Instant,
): ProgrammeState {
  if (steps.some(({ step }) => step === 'dropped')) return 'dropped';
  if (steps.some(({ step }) => step === 'referred')) {
    const last = steps.find(({ step }) => step === 'outcome')?.outcome as Outcome | undefined;
    return last === undefined || last === 'goes_on' ? 'referred' : 'known';
  }
  const asked = steps.find(({ step }) => step === 'asked');
  if (!asked) return 'not_asked';
  const answer = answers.find(({ stepId }) => stepId === asked.id);
  if (!answer) return 'waiting';
  if (answer.result === 'not_now') return 'not_now';
  return Temporal.Instant.compare(answer.answeredAt.add(answerStands), now) < 0 ? 'ask_again' : 'may_go';
}

/** Whether it may be asked (again): never while somebody is being asked, nor while it may go. */
export function mayAsk(state: ProgrammeState): boolean {
  return state === 'not_asked' || state === 'not_now' || state === 'ask_again';
}
