/** Housing options: what there is for a situation, and what was gone through with the person (V4.3, L2.1e, L2.7e). */
export { routes } from './routes/index.ts';
export { type Advice, adviceOf, type NewAdvice, recordAdvice, strikeAdvice } from './store/advice.ts';
export { type NewSituation, recordSituation, situationsOf } from './store/situations.ts';
