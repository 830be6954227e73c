export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { plannedOf } from './store/appointments.ts';
export { calledOffSince, callOff, plannedStill } from './store/call-off.ts';
export { type DiaryOfDay, diaryOfDay } from './store/day.ts';
export { keepContact, planContact } from './store/plan.ts';
export { callTookPlace, dropPromisedCall, planPromisedCall } from './store/promised-call.ts';
export type { Listed } from './store/rows.ts';
export { tellNoLongerAgreed } from './store/tell-planned.ts';
