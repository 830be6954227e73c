/** What a second person looks at: what was recorded late, and kept promises that were drawn by chance. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { mayAnswer } from './sample.ts';
export { drawMonth } from './store/draw.ts';
export { answerSample, samples } from './store/samples.ts';
