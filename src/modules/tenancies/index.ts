/** Changes of tenancies: whoever asks for one, it is held until it was looked at (domain §5). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { askForChange, changesOf, settleItem, stepChange } from './store/changes.ts';
export { checksOf } from './store/checks.ts';
export { decideAnswer } from './store/decide.ts';
export { type Entered, enterTenancyEvent } from './store/enter.ts';
export { findOut, findOutInCase } from './store/find-out.ts';
export { lookAtEvents } from './store/look.ts';
export { changesAsked, changesHeld } from './store/open.ts';
