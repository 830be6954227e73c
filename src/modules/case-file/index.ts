/** The case file: a case’s own row, its people, and what stands around every page of it. */
export { type CaseContext, caseParams, inCase, loadCase, loadRow, recordView } from './routes/case-page.ts';
export { caseDecision, decisionModel } from './routes/decision.ts';
export { caseFormPage } from './routes/form-page.ts';
export { routes } from './routes/index.ts';
export {
  type CaseAbout,
  type CaseFile,
  type ChildrenAnswer,
  casesAbout,
  openFile,
} from './store/case-file.ts';
export { firstKnown } from './store/frame.ts';
export { type HomeInCase, homesIn, type NewHome, recordHome } from './store/homes.ts';
export { addressOfHome, aroundThem, learnerRows } from './store/learning.ts';
export { type NameInCase, namesInCase } from './store/names.ts';
export { openCasesLedBy } from './store/open-led.ts';
export { addPerson, endPerson, type PersonInCase, peopleIn } from './store/people.ts';
export {
  moveCase,
  setBreathingSpace,
  setDanger,
  setDangerAsked,
  setDebtRespite,
  setNextPlanned,
  setPaused,
  setPlanStanding,
  setRisk,
} from './store/progress.ts';
export { triggerReview } from './store/review-triggers.ts';
export { keepShown, printableFor, shownBefore, shownLately } from './store/shown.ts';
export { surroundings, surroundingsNow, surroundingsRow } from './store/surroundings.ts';
