export {
  ageProblem,
  bornOn,
  calledBy,
  childInWords,
  noChild,
  saysAnything,
  type ToldChild,
  yearsOld,
} from './child.ts';
export { type WhereDealtWith, whereDealtWith } from './dealt-with.ts';
export { nextNoLonger } from './next-planned.ts';
export { paths as casePaths } from './paths.ts';
export { type CasePart, owedFirst, partOf } from './promise-parts.ts';
export { promiseInWords, stillOwed } from './promise-words.ts';
export { repeatWords, type WeighedRepeat } from './repeat.ts';
export { type ReviewTrigger, reviewTriggers } from './review-triggers.ts';
export {
  afterContact,
  type CaseState,
  caseStates,
  mayBecome,
  type PlanStanding,
  planStandingLabel,
  planStandings,
  stateLabel,
} from './states.ts';
export { type SurroundingsRow, surroundingsOf } from './surroundings.ts';
export { deciding } from './views/deciding.ts';
export { caseHead, homeInWords, tenureInWords } from './views/frame.ts';
export {
  learnersByWay,
  learnersInShort,
  learnersKept,
  learnersList,
  lookAgain,
  type ShownBefore,
  shownBeforeList,
} from './views/learners.ts';
export { type LevelShown, levelInWords, levelTag } from './views/level-tag.ts';
export { type CaseModel, type FormModel, nameOf } from './views/model.ts';
export { openAgain } from './views/open-again.ts';
export { caseForm, changedMeanwhile, items, optionItems, ownWords, verbatim, way } from './views/parts.ts';
export { recordedInError } from './views/recorded-in-error.ts';
export {
  changeInWords,
  changesFrom,
  type HomeChange,
  homeChanges,
  homeKinds,
  isKnown,
  type Lives,
  moves,
  sameHome,
} from './where-they-live.ts';
