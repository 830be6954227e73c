import type { Answer } from '#modules/support/pure.ts';
import type { ActionOwner, ActionState, PlanWords } from './plan.ts';

/** An action as a version keeps it; days are `2026-11-18`, '' where there is none. */
export interface ActionInPlan {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly owner: ActionOwner;
  /** The colleague's or the agency's name, as it was then; '' where the person does it themselves. */
  readonly by: string;
  readonly dueOn: string;
  readonly safety: boolean;
  readonly state: ActionState;
  /** In neutral words, for the person's own copy. */
  readonly copyWords: string;
}

export interface OptionInPlan {
  readonly id: string;
  readonly what: string;
  readonly answer: Answer;
}

/** A whole plan at one moment: what a version keeps for ever. It survives JSON. */
export interface PlanContent {
  readonly words: PlanWords;
  readonly actions: readonly ActionInPlan[];
  readonly options: readonly OptionInPlan[];
}
