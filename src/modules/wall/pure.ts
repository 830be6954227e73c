export { type Member, manages, type Wall, whoSees } from './access.ts';
export type { ConflictRelation } from './conflict.ts';
