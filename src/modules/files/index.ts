/** Files and evidence: added, looked through, shown, kept as they came, and who had them. */

export { initialsOf, whyNot } from './exhibits.ts';
export { uploadForm } from './forms/upload-form.ts';
export { jobs } from './jobs.ts';
export type { KeptFile } from './kept-file.ts';
export { routes } from './routes/index.ts';
export { bytesToSend, shownOf } from './store/bytes.ts';
export { custodyOf } from './store/custody.ts';
export { filesOf, toldFilesOf } from './store/files.ts';
export { judged } from './store/judged.ts';
export { keepFiles, type Placed, placeFiles, type Said } from './store/keep.ts';
export { makePack } from './store/make-pack.ts';
export { bringFilesIntoCase, keepToldFiles } from './store/told.ts';
