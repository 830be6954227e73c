export type { Danger } from './danger.ts';
export { paths as dangerPaths } from './paths.ts';
export { dangerList, whomToRing } from './views/danger.ts';
