/** The level of risk: what indicates it, who states it, and who agrees to a lower one. */
export { routes } from './routes/index.ts';
export { thresholdsApplied } from './store/applied.ts';
export { decideLowering } from './store/decide-lowering.ts';
export { loosenedByVersion } from './store/loading.ts';
export { linesToCheck } from './store/local-checks.ts';
export { type LoweringOnFile, loweringsOf } from './store/lowerings.ts';
export { meetingsOn } from './store/meetings.ts';
export { heardIn, tellIfItWeighsLess } from './store/moving.ts';
export { takePathway } from './store/pathways.ts';
export { promiseBatch, promiseProposed } from './store/promise-proposed.ts';
export {
  rateAfterAssessment,
  rateAfterReceived,
  rateOnReopening,
  rateWhileAsked,
  stateLevel,
} from './store/rate.ts';
export { type Rating, ratingOf, ratingsOf } from './store/ratings.ts';
export { riskStanding, type TriggerOnFile, triggersSince } from './store/standing.ts';
export { type CaseThreshold, thresholdFor } from './store/thresholds.ts';
