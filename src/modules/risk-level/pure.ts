export { historyChart } from './history.ts';
export { below, levelLabel } from './level.ts';
export { ratingPaths } from './paths.ts';
export type { Scored, Statement } from './rating-decision.ts';
export {
  type LevelStated,
  type ReceivedTool,
  type ReceivedValue,
  receivedTitle,
  receivedTools,
  statedInWords,
  statedLevels,
} from './received.ts';
export { dashes } from './threshold.ts';
export { historyPart } from './views/history.ts';
export { levelPart } from './views/level-summary.ts';
export type { LevelModel } from './views/model.ts';
export { settingsHead } from './views/settings-head.ts';
