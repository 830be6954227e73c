export { checkPlan, type PlanCheck } from './check.ts';
export { paths as diaryPaths } from './paths.ts';
export { type Channel, checkInIsMissing, isNotHeardOf, type Plan, standingInWords } from './planned.ts';
export { dayLabel, hoursOf, marksOf, whatOf, whoOf } from './views/parts.ts';
