/** Risk: what is asked and answered, how it is rated, and when it is looked at again. */
export { newestOf as newestInstrument } from './instruments/built-in.ts';
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { assess, type WholeAsked } from './store/assess.ts';
export { answersOf, assessmentsOf, beginAssessment, type NewAssessment } from './store/assessments.ts';
export { decideLowering } from './store/decide-lowering.ts';
export { type EndedAssessment, endAssessment } from './store/ending.ts';
export { endDate, type NewDate, recordDate } from './store/known-dates.ts';
export { type NewView, recordOwnView } from './store/own-views.ts';
export {
  rateAfterAssessment,
  type Stated,
  type Statement,
  stateLevel,
} from './store/rate.ts';
export { type Rating, ratingsOf } from './store/ratings.ts';
export { type NewReceived, receivedOf, recordReceived } from './store/received.ts';
export { type RiskStanding, riskStanding } from './store/standing.ts';
export { sweepDates } from './store/sweep-dates.ts';
export { saveArea, setThreshold } from './store/thresholds.ts';
