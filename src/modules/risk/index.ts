/** Risk: what is asked and answered, how it is rated, and when it is looked at again. */
export { routes } from './routes/index.ts';
export { answersOf, assessmentsOf } from './store/assessments.ts';
