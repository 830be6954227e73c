/** Assessments: what is asked and answered, and what others assessed. */
export { readInstrumentFile } from './forms/wording-form.ts';
export { routes } from './routes/index.ts';
export { assess } from './store/assess.ts';
export { answersOf, assessmentIn, assessmentsOf } from './store/assessments.ts';
export { makeCopy } from './store/copies.ts';
export { instrumentsInForce, loadInstrument } from './store/instruments.ts';
export { receivedOf, recordReceived } from './store/received-assessments.ts';
