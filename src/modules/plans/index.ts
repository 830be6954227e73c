/** The action plan: agreed with the person, in versions that nothing changes. */
export { routes } from './routes/index.ts';
export { dropAction, finishAction, moveAction, reopenAction } from './store/action-outcomes.ts';
export { actionsOf, addAction, changeAction, type PlanAction } from './store/actions.ts';
export type { NewStanding } from './store/agreement.ts';
export { agreePlan } from './store/agreement.ts';
export { copiesOf, giveCopy, type NewCopy } from './store/copies.ts';
export {
  type OpenSafetyAction,
  type OwedAction,
  openSafetyActions,
  planActionsFor,
} from './store/due-actions.ts';
export { type PaperInDoubt, papersInDoubt } from './store/papers.ts';
export { planOf } from './store/plan.ts';
export { versionsOf } from './store/versions.ts';
export { draftPlan } from './store/words.ts';
