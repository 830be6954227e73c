/** Mediation between joint tenants, and the gate before it (V4.3c). */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { adviseMediation, askForMediation, sayWish, testMediation } from './store/ask.ts';
export { decideMediation, putMediation } from './store/decide.ts';
export { mediationStands } from './store/facts.ts';
export { mediationsOpen } from './store/open.ts';
export { tellOfMediationShut } from './store/remind.ts';
export { mediationsOf } from './store/rows.ts';
export { arrangeMediation, endMediation, stopMediation } from './store/steps.ts';
