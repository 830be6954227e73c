/** Letters on paper: printed in a batch, then posted or destroyed. */
export { routes } from './routes/index.ts';
export { openPapers, printLetters, sayOutcome } from './store/papers.ts';
