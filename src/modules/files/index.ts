/** Files and evidence: added, looked through, shown, kept as they came, and who had them. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { filesOf } from './store/files.ts';
