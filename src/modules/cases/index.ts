/** Cases as wholes: opening, coming back, the caseload and the overview. */
export { routes } from './routes/index.ts';
export type { CaseInList } from './store/caseload.ts';
export { answerChildren } from './store/children.ts';
export { findCases } from './store/find.ts';
export { openCase } from './store/open-case.ts';
export { recogniseRepeat, reopenCase } from './store/reopenings.ts';
