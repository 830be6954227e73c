/** Calls that were promised for a moment: “I will ring you at four” is owed at four (V4.1a, L2.1a, L2.2). */
export { routes } from './routes/index.ts';
export { callsAfterContact } from './store/end.ts';
export { type AgreedCall, type CallsToMake, callsToMake } from './store/owed.ts';
export { callsIntoCase, promiseCall } from './store/promise.ts';
export { callsOf, type PromisedCall } from './store/rows.ts';
