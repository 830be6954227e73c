/** Emergency access (break-glass): an hour in a case that cannot wait, told of at once and reviewed (domain §10). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { type Answered, type Asking, askInEmergency } from './store/ask.ts';
export { endEarly } from './store/endings.ts';
export { whenGone } from './store/gone.ts';
export { review as reviewEmergency } from './store/reviews.ts';
export { findUse as findEmergencyUse, type Use as EmergencyUse } from './store/uses.ts';
