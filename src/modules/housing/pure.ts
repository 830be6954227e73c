export type { Holder, Relation } from './situation.ts';
