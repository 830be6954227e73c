export { agreedChannels, interpreters, stale, workerGenders } from '#rules/agreement.ts';
export { agreementCheck } from '#rules/gate.ts';
export { type Wall, whoSees } from './access.ts';
export { type EntryKind, type EntrySource, entryKinds, entrySources } from './chronology.ts';
export { paths as casePaths } from './paths.ts';
export { type ReopeningReason, reopeningReasons } from './reopening.ts';
export { type ReviewTrigger, reviewTriggers } from './review-triggers.ts';
export { gateOf, needsOf, type SafeContact, timesInWords } from './safe-contact.ts';
export {
  type CaseState,
  caseStates,
  mayBecome,
  type PlanStanding,
  planStandings,
  stateLabel,
} from './states.ts';
export { caseHead } from './views/frame.ts';
export { levelTag } from './views/level-tag.ts';
export { type CaseModel, type FormModel, nameOf } from './views/model.ts';
export {
  caseForm,
  changedMeanwhile,
  items,
  optionItems,
  verbatim,
  way,
} from './views/parts.ts';
