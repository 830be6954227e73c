/** The action plan: agreed with the person, in versions that nothing changes. */

export { routes } from './routes/index.ts';
export { dropAction, finishAction, moveAction, reopenAction } from './store/action-outcomes.ts';
export { actionsOf, addAction, changeAction, type PlanAction } from './store/actions.ts';
export type { NewStanding } from './store/agreeing.ts';
export { agreePlan } from './store/agreeing.ts';
export { copiesOf, giveCopy, type NewCopy } from './store/copies.ts';
export { answerOption, type NewOption, offerOption, optionsOf } from './store/options.ts';
export { type OpenSafetyAction, type OwedAction, openSafetyActions, planActionsFor } from './store/owed.ts';
export { planOf } from './store/plan.ts';
export { versionsOf } from './store/versions.ts';
export { draftPlan } from './store/words.ts';
