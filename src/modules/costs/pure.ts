export { type AvoidedKind, avoidedKinds } from './avoided.ts';
export { type CostKind, costKinds, type WorkKind } from './kinds.ts';
export { type RateKind, rateKinds } from './rates.ts';
