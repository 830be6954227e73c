export { paths as diaryPaths } from './paths.ts';
export { dayLabel, hoursOf, whatOf, whoOf } from './views/parts.ts';
