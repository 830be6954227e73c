/** Risk: the page that composes level, assessments, dates and the person’s own view. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { recordDate } from './store/known-dates.ts';
export { recordOwnView } from './store/own-views.ts';
