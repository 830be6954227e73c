/** What messages to people say, in versions that two people agreed to, and the words that they never say. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { type Facts as MessageFacts, inLanguage, lintFactsOf, type OfCase } from './store/lint-facts.ts';
export { callBackOf, type Sender, senderOf } from './store/sender.ts';
export { findingsInReason, findingsInSender } from './store/sender-name.ts';
export {
  decideSender,
  findSenderProposal,
  type NewSender,
  proposeSender,
  senderProposalsOf,
} from './store/sender-proposals.ts';
export {
  decideWording,
  findVersion,
  type NewVersion,
  proposeWording,
  withdrawWording,
  wordingsInUse,
} from './store/wordings.ts';
export { addWord } from './store/words.ts';
