export { type EntryKind, type EntrySource, entryKinds, entrySources } from './chronology.ts';
export { paths as casePaths } from './paths.ts';
export { type ReviewTrigger, reviewTriggers } from './review-triggers.ts';
export {
  agreedChannels,
  interpreters,
  needsOf,
  type SafeContact,
  stale,
  workerGenders,
} from './safe-contact.ts';
export { type CaseState, type PlanStanding, planStandings, stateLabel } from './states.ts';
export { caseHead } from './views/frame.ts';
export { type CaseModel, type FormModel, nameOf } from './views/model.ts';
export {
  because,
  caseForm,
  changedMeanwhile,
  items,
  optionItems,
  verbatim,
  way,
} from './views/parts.ts';
