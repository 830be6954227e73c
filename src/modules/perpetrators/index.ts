/** What is done about whoever is feared, and the gate before it (V4.5a, L2.9–L2.12). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { decideAction, putToManager } from './store/decisions.ts';
export { whetherOpen } from './store/load.ts';
export { proposeAction } from './store/propose.ts';
export { actionsOf } from './store/rows.ts';
export { sayProgrammeSafety } from './store/safety.ts';
export { dropAction, mayBeTold, recordOutcome, recordTelling, takeAction } from './store/steps.ts';
export { recordTest, wasStopped } from './store/tests.ts';
export { recordView } from './store/views.ts';
