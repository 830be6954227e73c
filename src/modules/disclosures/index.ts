/** How people tell us, by every route, and what becomes of it: disclosures, concerns, reports, triage. */

export { type HelpReport, helpReport } from './help-report.ts';
export { jobs, takeHelpReports } from './jobs.ts';
export { routes } from './routes/index.ts';
export { actBy, contactsOwed, dangerStands } from './store/board.ts';
export { claimColumns, claimIn, claimJoin, claimShape } from './store/claim-columns.ts';
export { findTold, type ToldInList } from './store/find.ts';
export { decideHandover } from './store/handovers.ts';
export type { Triaging } from './store/into-case.ts';
export { compareWithCase, decideJoining, joiningsOf, proposeJoining } from './store/joining.ts';
export { disclosureOf } from './store/read.ts';
export { type Received, type Receiving, receiveDisclosure } from './store/receive.ts';
export type { Disclosure } from './store/rows.ts';
export { decideToldContact, proposeToldContact } from './store/told-contacts.ts';
export { type Triaged, triageDisclosure } from './store/triage.ts';
export { type WhatWasDone, whatWasDone } from './store/what-was-done.ts';
export { claimDisclosure } from './store/who-has-it.ts';
export type { TriageDecision } from './triage-form.ts';
export { type DisclosureValue, nothingElseKnown } from './value.ts';
