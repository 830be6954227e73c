/** One field for whatever somebody knows: cases, what was told, people and homes, each behind its own wall. */
export { routes } from './routes/find.ts';
