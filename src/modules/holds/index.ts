/** Holds for the rest of the landlord: what other systems are told before they write, ring or visit. */
export { jobs } from './jobs.ts';
export { apiRoutes } from './routes/api.ts';
export { routes } from './routes/index.ts';
