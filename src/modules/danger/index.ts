/** Danger: who is told at once, that it stands until somebody dealt with it, and what was done. */
export { routes } from './routes/index.ts';
export { ringAbout } from './routes/ring.ts';
export { answerDanger, keepAskedWhenTold } from './store/danger-now.ts';
export { dangersOfCase, dangersOfDisclosure, openDangers } from './store/dangers.ts';
export { bringDangerIntoCase, dealWithDanger } from './store/deal.ts';
export { handOverDangers } from './store/hand-over.ts';
export { raiseDanger } from './store/raise.ts';
