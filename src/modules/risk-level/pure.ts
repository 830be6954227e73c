export {
  type Found,
  type GroundFound,
  groundsInWords,
  type RiskGround,
  riskGrounds,
  type ScoreFact,
} from './grounds.ts';
export { historyChart } from './history.ts';
export { below, levelLabel } from './level.ts';
export { whyNotLoaded } from './loading.ts';
export { ratingPaths, thresholdPaths } from './paths.ts';
export { type Pathway, pathways } from './pathways.ts';
export type { Statement } from './rating-decision.ts';
export {
  type LevelStated,
  type ReceivedTool,
  type ReceivedValue,
  raisesOurs,
  receivedTitle,
  receivedTools,
  statedInWords,
  statedLevels,
} from './received.ts';
export type { Rating as RatingShown } from './store/ratings.ts';
export { dashes, familyOf, levelsInWords, type NamedLevel, nameAt, nameSoFar } from './threshold.ts';
export { historyPart } from './views/history.ts';
export { signedInWords } from './views/level-parts.ts';
export { levelPart } from './views/level-summary.ts';
export type { LevelModel } from './views/model.ts';
export { settingsHead } from './views/settings-head.ts';
