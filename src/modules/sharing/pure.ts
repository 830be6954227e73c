export { paths as sharingPaths } from './paths.ts';
export { recipientInWords } from './words.ts';
