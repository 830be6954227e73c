/** The diary: visits and calls that are planned, checked against what was agreed, and whoever goes out alone. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { calledOffSince, callOff, plannedStill, type ToCallOff } from './store/call-off.ts';
export { missCheckIns } from './store/check-ins.ts';
export { makeFeed } from './store/feeds.ts';
export {
  cancelContact,
  checkIn,
  keepContact,
  moveContact,
  type NewPlan,
  planContact,
} from './store/plan.ts';
export { diaryBetween, plannedIn, plannedOf, waitingFor } from './store/read.ts';
export type { Listed, Planned } from './store/rows.ts';
export { notHeardOf, raiseUnheard } from './store/unheard.ts';
