export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { diaryBetween, plannedOf, waitingFor } from './store/appointments.ts';
export { calledOffSince, callOff, plannedStill } from './store/call-off.ts';
export { keepContact, planContact } from './store/plan.ts';
export { callTookPlace, dropPromisedCall, planPromisedCall } from './store/promised-call.ts';
export type { Listed } from './store/rows.ts';
export { notHeardOf } from './store/silences.ts';
