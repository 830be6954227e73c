/** Holds for the rest of the landlord: what other systems are told before they write, ring or visit. */
export type { ProposedSystem } from './forms/system-form.ts';
export { jobs } from './jobs.ts';
export { apiRoutes } from './routes/api.ts';
export { routes } from './routes/index.ts';
export { askWithin } from './store/ask-within.ts';
export { askCourt, keepStep } from './store/court-steps.ts';
export { type NewHold, setHold } from './store/holds.ts';
export { askMove, asLateAsAny, keepingMove, type MoveQuestion } from './store/move-checks.ts';
export { decideSystem, proposeSystem, systemsOf } from './store/systems.ts';
export { makeToken } from './store/tokens.ts';
