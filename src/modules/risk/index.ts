/** Risk: what is asked and answered, how it is rated, and when it is looked at again. */
export { routes } from './routes/index.ts';
export { answersOf, assessmentsOf, beginAssessment, type NewAssessment } from './store/assessments.ts';
export { type EndedAssessment, endAssessment } from './store/ending.ts';
export { type NewReceived, receivedOf, recordReceived } from './store/received.ts';
