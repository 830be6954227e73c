/** The rota: who is on duty when, who is away, and who covers for them. */
export { coverFor } from './cover.ts';
export { type DutyWeek, officeWeek, type Span } from './duty.ts';
export type { WorkerGender } from './forms.ts';
export { closedFrom, closedSince, gapsOnCall } from './on-call.ts';
export { routes } from './routes/index.ts';
export {
  type Absence,
  absencesBetween,
  awayAt,
  coverAt,
  deputyOf,
  recordAbsence,
  recordReturn,
} from './store/absences.ts';
export { gendersOf, sayGender } from './store/genders.ts';
export { addOnCall, type OnCall, onCallAt, onCallBetween } from './store/on-call.ts';
export { changeWeek, type DutySpan, dutySpans } from './store/weeks.ts';
