export { type Wall, whoSees } from './access.ts';
export type { ConflictRelation } from './conflict.ts';
export { type CaseContext, inCase, loadCase, recordView } from './routes/case-page.ts';
export { caseFormPage } from './routes/form-page.ts';
export { routes } from './routes/index.ts';
export { caseParams } from './routes/params.ts';
export { endAccess, grantAccess, restrictAccess } from './store/access.ts';
export { allocate } from './store/allocations.ts';
export {
  type CaseAbout,
  type CaseFile,
  type ChildrenAnswer,
  casesAbout,
  openFile,
} from './store/case-file.ts';
export { answerChildren } from './store/children.ts';
export { endConflict, recordConflict } from './store/conflicts.ts';
export { decideContactPlan, proposeContactPlan } from './store/contact-plans.ts';
export { type NewContact, recordContact } from './store/contacts.ts';
export { raiseDanger } from './store/danger.ts';
export { addEntry, type NewEntry } from './store/entries.ts';
export { type NewCase, openCase } from './store/open-case.ts';
export { addPerson } from './store/people.ts';
export { moveCase, setNextPlanned, setPaused, setPlanStanding, setRisk } from './store/progress.ts';
export { type Reopening, recogniseRepeat, reopenCase } from './store/reopenings.ts';
export { type TriggeredReview, triggerReview } from './store/review-triggers.ts';
export { agreedIn, recordSafeContact } from './store/safe-contacts.ts';
export { type NewShown, recordShown } from './store/shown.ts';
