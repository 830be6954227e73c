import type { CaseId } from '#rules/facts.ts';
import { type InstrumentId, numberOf } from './instruments/instrument.ts';

/** Every address of a case’s assessments, and of the instruments: neutral, and ids only. */
export const assessmentPaths = {
  risk: (id: CaseId) => `/cases/${id}/risk`,
  begin: (id: CaseId, instrument?: InstrumentId) =>
    `/cases/${id}/risk/assessments/new${instrument ? `?instrument=${numberOf(instrument)}` : ''}`,
  assessment: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}`,
  answers: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}/answers`,
  autosave: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}/answers/typed`,
  ending: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}/ending`,
  correction: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}/correction`,
  newCopy: (id: CaseId, assessment: string) => `/cases/${id}/risk/assessments/${assessment}/copies/new`,
  copy: (id: CaseId, assessment: string, copy: string) =>
    `/cases/${id}/risk/assessments/${assessment}/copies/${copy}`,
  print: (id: CaseId, assessment: string, copy: string) =>
    `/cases/${id}/risk/assessments/${assessment}/copies/${copy}/print`,
  newReceived: (id: CaseId) => `/cases/${id}/risk/received/new`,
  received: (id: CaseId, received: string) => `/cases/${id}/risk/received/${received}`,
  receivedCorrection: (id: CaseId, received: string) => `/cases/${id}/risk/received/${received}/correction`,
} as const;

export const instrumentPaths = {
  all: '/risk/instruments',
  one: (instrument: InstrumentId) => `/risk/instruments/${numberOf(instrument)}`,
  withdraw: (instrument: InstrumentId) => `/risk/instruments/${numberOf(instrument)}/withdrawal`,
  load: '/risk/instruments/new',
  check: '/risk/instruments/check',
  wording: (wording: string) => `/risk/instruments/wordings/${wording}`,
} as const;
