/** Steps over income: said before they are taken, held back where a hold stands, and told to whom they concern. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { type Saying, sayStep } from './store/say.ts';
