/** The public help site: it can add what somebody tells, and read what everybody may know. */

export { helpRoutes } from './routes.ts';
export { helpShell } from './shell.ts';
