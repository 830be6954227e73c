export { checkPlan, type PlanCheck } from './check.ts';
export { paths as diaryPaths } from './paths.ts';
export { type Channel, checkInIsMissing, type Plan, standingInWords } from './planned.ts';
export { hoursOf, marksOf, whatOf } from './views/parts.ts';
