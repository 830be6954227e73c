/** Holds for the rest of the landlord: what other systems are told before they write, ring or visit. */
export { apiRoutes } from './routes/api.ts';
