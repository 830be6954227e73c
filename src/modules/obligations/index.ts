export { jobs } from './jobs.ts';
export type { Outcome } from './obligations.ts';
export { attachToCase } from './store/attach.ts';
export { type CaseHappening, happened } from './store/happened.ts';
export { type ObligationSummary, obligationsOf } from './store/list.ts';
export { type Notice, notify } from './store/notify.ts';
export { setAside, setAsideCase } from './store/settle.ts';
export { summaryLooksBack } from './store/stale.ts';
export { sweep } from './store/sweep.ts';
