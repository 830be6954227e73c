/** What leaves for the person of a case, and the one door through which anything leaves. */
export { jobs } from './jobs.ts';
export { callbacks } from './routes/callbacks.ts';
export { routes } from './routes/index.ts';
export { withdraw } from './store/acts.ts';
export {
  type LetterNow,
  letterNow,
  lettersToPrint,
  markDestroyed,
  markPosted,
  markPrinted,
} from './store/paper.ts';
export { type NewMessage, queueMessage } from './store/queue.ts';
export { type KeptMessage, keepFromOthers, messageOf, messagesOf, stepsOf } from './store/rows.ts';
export { saidLately } from './store/said-lately.ts';
