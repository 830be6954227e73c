export { type Away, isAway, type Span } from './duty.ts';
export type { WorkerGender } from './forms.ts';
export { closedSince } from './on-call.ts';
export { mondayOf, spanOfWeek } from './week.ts';
