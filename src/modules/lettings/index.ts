/** Lettings: whether a home may be offered to somebody, answered “safe” or “ask the lead”, and never why. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { askOfMove } from './store/checks.ts';
