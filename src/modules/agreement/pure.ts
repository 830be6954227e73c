export { type AgreementHistory, agreementAt } from './agreement-at.ts';
export { type StillRight, stillRightAnswers, stillRightInWords } from './confirmation.ts';
export {
  type AgreedWay,
  type AgreedWayValue,
  endedInWords,
  sharings,
  waysEnded,
} from './further-way.ts';
export { gateOfWay, standingOfWay, wayFacts } from './further-words.ts';
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
export { firstChoice, type Named, nameOfWay, several, waysInWords } from './ways-words.ts';
