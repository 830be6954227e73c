/** What they say of money, what advisers made of it, and what that brought (V4.4b, L2.7b; DAA 2021 s.1). */
export { routes } from './routes/index.ts';
export { recordGain } from './store/gains.ts';
export { mattersOf, recordMatter, recordStep } from './store/matters.ts';
export { type GainTotal, gainTotals } from './store/totals.ts';
