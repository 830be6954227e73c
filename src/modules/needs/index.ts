/**
 * Needs of everybody in a case, how the person describes themselves, and best-practice
 * advice (V2b, V3.3, V3.6, L2.7).
 */
export type { Characteristic } from './characteristics.ts';
export type { EqualityValue } from './equality.ts';
export type { NeedsValue } from './needs.ts';
export { routes } from './routes/index.ts';
export { endFactor, markFactor, recordAdvice, suspectHonour } from './store/advice.ts';
export { recordEquality, recordRestricted } from './store/equality.ts';
export { recordNeeds } from './store/person-needs.ts';
