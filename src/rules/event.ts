import { actionEventNames } from './action-event.ts';
import { counterEventNames } from './counter-event.ts';
import { mediationEventNames } from './mediation-event.ts';
import { moneyEventNames } from './money-event.ts';
import { moveEventNames } from './move-event.ts';
import { newCustomerEventNames } from './new-customer-event.ts';
import { officeEventNames } from './office-event.ts';
import { riskEventNames } from './risk-event.ts';
import { safeguardingEventNames } from './safeguarding-event.ts';
import { securityEventNames } from './security-event.ts';
import { shareEventNames } from './share-event.ts';
import { spaceEventNames } from './space-event.ts';
import { supportEventNames } from './support-event.ts';
import { tenancyChangeEventNames } from './tenancy-change-event.ts';

/**
 * Every event that Lintel can record, in the transaction of the change it tells of (architecture: a request's walk, 3).
 * Names read `noun.past-participle`; none of them, nor their data, ever holds a person's name.
 */

/** What happens to a disclosure or a case: each of these may begin a promise, keep it or end it. */
export const caseEventNames = [
  // disclosures, concerns and triage
  'disclosure.received',
  'disclosure.viewed',
  'disclosure.danger-answered',
  'disclosure.definition-checked',
  'disclosure.triaged',
  'disclosure.claimed',
  'disclosure.claim-released',
  'disclosure.claim-taken-over',
  'disclosure.handed-over',
  'disclosure.joining-proposed',
  'disclosure.joining-approved',
  'disclosure.joining-declined',
  'disclosure.handover-proposed',
  'disclosure.handover-declined',
  'disclosure.contact-proposed',
  'disclosure.contact-approved',
  'disclosure.contact-declined',
  'concern.reported',
  'danger.raised',
  'danger.handed-over',
  'danger.viewed',
  'danger.dealt-with',
  'danger.asked',
  'danger.not-asked',
  'danger.not-safe-to-ask',
  // cases
  'case.opened',
  'case.viewed',
  'case.allocated',
  'case.lead-left',
  'case.person-added',
  'case.child-added',
  'case.person-ended',
  'case.children-asked',
  'case.home-recorded',
  'case.entry-recorded',
  'case.entry-corrected',
  'case.access-granted',
  'case.access-ended',
  'case.conflict-recorded',
  'case.conflict-ended',
  // safe contact
  'safe-contact.recorded',
  'safe-contact.way-recorded',
  'safe-contact.way-ended',
  'access-needs.recorded',
  'contact.attempted',
  'contact.made',
  'contact.against-agreement',
  'contact.against-dealt-with',
  'contact-plan.proposed',
  'contact-plan.approved',
  'contact-plan.declined',
  'safe-contact.confirmed',
  'contact-detail.shown',
  // messages to the person
  'message.queued',
  'message.waiting',
  'message.ready',
  'message.held',
  'message.last-day',
  'message.words-read',
  'message.meant',
  'message.asked-again',
  'message.withdrawn',
  'message.sent',
  'message.delivered',
  'message.failed',
  'message.doubtful',
  'message.answered',
  'message.printed',
  'message.destroyed',
  'message.dealt-with',
  // visits and calls, who is on duty, and calls that were promised for a moment
  'contact.planned',
  'contact.kept',
  'contact.cancelled',
  'contact.checked-in',
  'contact.check-in-missed',
  'contact.check-in-raised',
  'contact.finding-recorded',
  'call.promised',
  'call.rung',
  'call.moved',
  'call.let-go',
  ...riskEventNames,
  // the action plan
  'plan.drafted',
  'plan.option-offered',
  'plan.option-answered',
  'plan.action-added',
  'plan.action-changed',
  'plan.action-moved',
  'plan.action-done',
  'plan.action-dropped',
  'plan.action-reopened',
  'plan.agreed',
  'plan.not-yet-agreed',
  'plan.not-safe-to-agree',
  'plan.reviewed',
  'plan.copy-given',
  'plan.looked-at-together',
  ...supportEventNames,
  ...moneyEventNames,
  // housing options: how things stand, and what was gone through
  'housing.situation-recorded',
  'housing.gone-through',
  'housing.not-wanted',
  'housing.advice-corrected',
  'housing.copy-given',
  // the chronology as a file
  'case.exported',
  'case.printed-again',
  'entry.disclosable-changed',
  'entry.condition-set',
  'entry.condition-set-too-late',
  'entry.condition-lifted',
  'leaving.conditions-weighed',
  // what they agreed may be shared, and with whom
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'consent.withdrawn-too-late',
  'consent.doubted',
  'recipient.ended',
  // files and evidence: each of these is a link of the chain of custody
  'file.added',
  'file.scanned',
  'file.held',
  'file.shown-made',
  'file.viewed',
  'file.exported',
  'file.verified',
  'file.altered',
  'file.marked-in-error',
  'file.came-into-case',
  'evidence.packed',
  'evidence.exported',
  ...shareEventNames,
  // tasks, the day, supervision
  'task.added',
  'task.moved',
  'task.done',
  'task.dropped',
  'case.untouched',
  'supervision.recorded',
  // pausing, closing, coming back
  'case.paused',
  'case.resumed',
  'case.pause-proposed',
  'case.pause-approved',
  'case.pause-declined',
  'case.closing-proposed',
  'case.closing-signed',
  'case.closing-declined',
  'case.closed',
  'case.outcome-recorded',
  'case.reopened',
  'case.repeat-recognised',
  // what was recorded late, and what was drawn by chance, looked at by a second person
  'late-record.confirmed',
  'late-record.declined',
  'sample.answered',
  // break-glass
  'break-glass.used',
  'break-glass.ended',
  'break-glass.reviewed',
  ...spaceEventNames,
  ...securityEventNames,
  ...actionEventNames,
  ...counterEventNames,
  ...moveEventNames,
  ...newCustomerEventNames,
  ...tenancyChangeEventNames,
  ...mediationEventNames,
  // markers on homes, and people's needs
  'marker.placed',
  'marker.reviewed',
  'marker.ended',
  'needs.recorded',
  'child-needs.recorded',
  'needs.viewed',
  'equality.recorded',
  'factor.marked',
  'factor.ended',
  'honour-based.marked',
  'advice.sought',
  'honour-based-advice.sought',
  ...safeguardingEventNames,
] as const;

/** What becomes of a promise: recorded and counted, and no other promise waits for it. */
export const promiseEventNames = [
  'obligation.started',
  'obligation.escalated',
  'obligation.met',
  'obligation.met-by-plan',
  'obligation.breached',
  'obligation.recorded-late',
] as const;

export const eventNames = [...new Set([...caseEventNames, ...promiseEventNames, ...officeEventNames])];
export type CaseEventName = (typeof caseEventNames)[number];
export type OfficeEventName = (typeof officeEventNames)[number];
export type PromiseEventName = (typeof promiseEventNames)[number];
export type EventName = CaseEventName | PromiseEventName | OfficeEventName;
