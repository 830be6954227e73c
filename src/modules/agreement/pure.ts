export { type AgreementHistory, agreementAt } from './agreement-at.ts';
export { type StillRight, stillRightAnswers, stillRightInWords } from './confirmation.ts';
export {
  factsOf,
  gateOf,
  keptBack,
  needsOf,
  nothingAgreed,
  type SafeContactValue,
  stripOf,
  timesInWords,
} from './safe-contact.ts';
