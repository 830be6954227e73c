export {
  type Answered,
  type Answers,
  type AssessmentSummary,
  answerTo,
  assessedWhenEnded,
  type Ending,
  endings,
  type Given,
  givenLabel,
  type Instrument,
  type ReceivedSummary,
  scoreOf,
} from './assessment.ts';
export { learnersOf as learnersOfCopy } from './copy.ts';
export { newestOf as newestInstrument } from './instruments/catalogue.ts';
export { type InstrumentId, type Item, itemsOf } from './instruments/instrument.ts';
export { assessmentPaths, instrumentPaths } from './paths.ts';
export { criticalCluster, found, itemFor, type Theme } from './themes.ts';
export { type AssessmentsModel, assessmentsPart, receivedPart } from './views/assessment-list.ts';
