export { homeLines } from './on-paper.ts';
export type { Holder, Relation } from './situation.ts';
