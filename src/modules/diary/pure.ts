export { agreeAnew, agreeFirst } from './no-longer-words.ts';
export { paths as diaryPaths } from './paths.ts';
export { dayLabel, hoursOf, whatOf, whoOf } from './views/parts.ts';
