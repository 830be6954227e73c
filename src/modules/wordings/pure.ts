export { paths as wordingPaths } from './paths.ts';
export { inWords as findingsInWords } from './preview.ts';
export type { Standing as WordingStanding } from './wordings.ts';
