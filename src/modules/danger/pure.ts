export { type AskedAboutDanger, askedInWords, dangerAnswers } from './asking.ts';
export type { Danger } from './danger.ts';
export { askingDanger, dangerNowQuestion } from './danger-now.ts';
export { paths as dangerPaths } from './paths.ts';
export { dangerList } from './views/danger.ts';
