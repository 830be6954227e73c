/** What it costs: moves, homes, hours of work, what was avoided, and the landlord’s year (V4.4, L2.7b). */
export { routes } from './routes/index.ts';
export { factsOf, mayCountIn, recordAvoided } from './store/avoided.ts';
export { costsOf, nameFund, recordCost } from './store/costs.ts';
export { setRate } from './store/rates.ts';
export { recordTime } from './store/times.ts';
