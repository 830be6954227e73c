export { type Telling, tellings, type View, views } from './choices.ts';
export { paths as sharingPaths } from './paths.ts';
export { kindsInWords, recipientInWords } from './words.ts';
export { domainProblem as workDomainProblem } from './work-address.ts';
