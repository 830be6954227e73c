export { type Member, type Wall, whoSees } from './access.ts';
export { leadsTheCase } from './allocation.ts';
export type { ConflictRelation } from './conflict.ts';
