/** The policy board: every clause with how well it is kept, computed from promises and events. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { keepSummary } from './store/keep-summary.ts';
export { summarise } from './store/summarise.ts';
