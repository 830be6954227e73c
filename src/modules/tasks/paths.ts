import type { CaseId, StaffId } from '#rules/facts.ts';

/** Every address of this module: neutral, and ids only. */
export const paths = {
  day: '/day',
  newReminder: '/day/reminders/new',
  ofCase: (id: CaseId) => `/cases/${id}/tasks`,
  newTask: (id: CaseId) => `/cases/${id}/tasks/new`,
  task: (task: string) => `/tasks/${task}`,
  completion: (task: string) => `/tasks/${task}/completion`,
  owner: (task: string) => `/tasks/${task}/owner`,
  move: (task: string) => `/tasks/${task}/move`,
  dropping: (task: string) => `/tasks/${task}/dropping`,
  leaving: (staff: string) => `/staff/${staff}/leaving`,
  caseload: '/caseload',
  reassignment: '/cases/reassignment',
  reassignmentFrom: (from: StaffId | 'unallocated') => `/cases/reassignment?lead=${from}`,
  preview: '/cases/reassignment/preview',
  reassigned: (reassignment: string) => `/cases/reassignments/${reassignment}`,
  undoing: (reassignment: string) => `/cases/reassignments/${reassignment}/undoing`,
  supervision: '/supervision',
  newSupervision: (id: CaseId) => `/cases/${id}/supervision/new`,
} as const;
