export { paths as sharingPaths } from './paths.ts';
export { kindsInWords, recipientInWords } from './words.ts';
