/** The wall: who may see a case, who leads it, who is shut out, and who was let in in an emergency. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { restrictAccess } from './store/access.ts';
export { allocate, insertAllocation } from './store/allocations.ts';
export { endConflict, recordConflict } from './store/conflicts.ts';
export { askInEmergency } from './store/emergency-ask.ts';
export { whenGone } from './store/emergency-notice.ts';
export { review as reviewEmergency } from './store/emergency-reviews.ts';
export { findUse as findEmergencyUse } from './store/emergency-uses.ts';
export { type FirstWall, insertWall } from './store/first-wall.ts';
export { leadHasLeft } from './store/leaving.ts';
