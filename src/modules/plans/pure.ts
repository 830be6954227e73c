export type { PlanNow } from './now.ts';
export { paths as planPaths } from './paths.ts';
export { type ActionTerms, type PlanWords, reviewWithinDays, type Want, wants } from './plan.ts';
