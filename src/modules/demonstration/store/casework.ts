import type { CaseId } from '#rules/facts.ts';
import type { CaseworkAction } from '../casework-actions.ts';
import type { Action } from '../steps.ts';
import { besidesActs } from './casework-besides.ts';
import { endingActs } from './casework-ending.ts';
import { planActs } from './casework-plan.ts';
import { riskActs } from './casework-risk.ts';
import type { Acting, Progress } from './play.ts';

/** Where an action is done: in which case, and what its story has come to. */
export interface InCase {
  readonly acting: Acting;
  readonly caseId: CaseId;
  readonly before: Progress;
}

/** How each of these actions is done, through the product's own functions. */
export type Acts<Does extends CaseworkAction['does']> = {
  readonly [K in Does]: (
    here: InCase,
    action: Extract<CaseworkAction, { readonly does: K }>,
  ) => Promise<Partial<Progress> | undefined>;
};

const acts: Acts<CaseworkAction['does']> = { ...riskActs, ...planActs, ...besidesActs, ...endingActs };

export function isCasework(action: Action): action is CaseworkAction {
  return Object.hasOwn(acts, action.does);
}

export function actInCase(
  acting: Acting,
  caseId: CaseId,
  before: Progress,
  action: CaseworkAction,
): Promise<Partial<Progress> | undefined> {
  const act = acts[action.does] as (
    here: InCase,
    action: CaseworkAction,
  ) => Promise<Partial<Progress> | undefined>;
  return act({ acting, caseId, before }, action);
}
