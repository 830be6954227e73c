/** That it is said to be the other way round, who mainly harms whom, and that two cases have two colleagues (V4.5b). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { askWhoHarms, recordAllegation } from './store/allegations.ts';
export { tellOfOneWorker } from './store/both.ts';
export { decideJudgement, proposeJudgement } from './store/judgements.ts';
export { judgementsOf } from './store/rows.ts';
