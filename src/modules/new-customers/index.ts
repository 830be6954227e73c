/** The question at a letting: asked alone and safely, kept as a number, and handed on only as they wish. */
export type { Answer, WhyNot } from './asking.ts';
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { keepAnswer } from './store/answer.ts';
export { handOn } from './store/hand-on.ts';
export { keepTry, lettingsFor, tellOfLetting } from './store/lettings.ts';
