/** Tasks beside the clocks, a worker's day, cases moved between colleagues, reviews, and who is left untouched. */
export { jobs } from './jobs.ts';
export { routes } from './routes/index.ts';
export { sweepUntouched } from './store/inactivity.ts';
export { handOnWhatWasLeft } from './store/leaving.ts';
export { type NewReassignment, reassign } from './store/reassignments.ts';
export { type NewSupervision, recordSupervision, recordWellbeing } from './store/supervisions.ts';
export {
  addTask,
  finishTask,
  moveTask,
  type NewTask,
  openTasks,
  type Task,
  tasksFor,
} from './store/tasks.ts';
