/**
 * Every event that Lintel can record. An event is written in the transaction of the change it tells of
 * (architecture: a request's walk, 3); packs name events as evidence that a promise is kept, and the policy
 * board counts them. Names read `noun.past-participle`; none of them, nor their data, ever holds a person's name.
 */

/** What happens to a disclosure or a case: each of these may begin a promise, keep it or end it. */
export const caseEventNames = [
  // disclosures, concerns and triage
  'disclosure.received',
  'disclosure.viewed',
  'disclosure.danger-answered',
  'disclosure.definition-checked',
  'disclosure.triaged',
  'disclosure.handed-over',
  'concern.reported',
  // cases
  'case.opened',
  'case.viewed',
  'case.allocated',
  'case.lead-left',
  'case.person-added',
  'case.child-added',
  'case.person-ended',
  'case.children-asked',
  'case.entry-recorded',
  'case.entry-corrected',
  'case.access-granted',
  'case.access-ended',
  'case.conflict-recorded',
  'case.conflict-ended',
  // safe contact
  'safe-contact.recorded',
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
  // visits and calls, and who is on duty
  'contact.planned',
  'contact.kept',
  'contact.cancelled',
  'contact.checked-in',
  'contact.check-in-missed',
  'contact.check-in-raised',
  'contact.finding-recorded',
  // risk
  'risk.assessment-begun',
  'risk.assessment-stopped',
  'risk.answers-saved',
  'risk.assessed',
  'risk.assessment-finished',
  'risk.stopped-at-their-wish',
  'risk.asking-again-agreed',
  'risk.received',
  'risk.level-proposed',
  'risk.reviewed',
  'risk.rated-standard',
  'risk.rated-medium',
  'risk.rated-high',
  'risk.lowering-proposed',
  'risk.lowering-confirmed',
  'risk.lowering-declined',
  'risk.lowering-withdrawn',
  'risk.review-triggered',
  'risk.date-recorded',
  'risk.date-ended',
  'risk.view-recorded',
  'risk.threshold-changed',
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
  // the chronology as a file
  'case.exported',
  'entry.disclosable-changed',
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
  // safeguarding: a referral of a child or an adult, what came of it, and that none is made
  'safeguarding.adults-asked',
  'child-referral.promised',
  'adult-referral.promised',
  'safeguarding.referred',
  'safeguarding.answer-awaited',
  'safeguarding.chased',
  'safeguarding.answered',
  'safeguarding.no-referral-proposed',
  'safeguarding.no-referral-approved',
  'safeguarding.no-referral-declined',
  'safeguarding.no-referral-withdrawn',
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

/** What happens at the landlord's office, to nobody in particular: recorded and counted, no promise waits for it. */
export const officeEventNames = [
  // people who use Lintel
  'session.started',
  'session.refused',
  'session.extended',
  'session.ended',
  'session.revoked',
  'session.hidden',
  'session.shown',
  'short-code.changed',
  'sessions.viewed',
  'staff.invited',
  'staff.enrolled',
  'staff.changed',
  'staff.viewed',
  'roles.proposed',
  'roles.confirmed',
  'roles.declined',
  'roles.withdrawn',
  'new-start.asked',
  'new-start.confirmed',
  'new-start.declined',
  'new-start.withdrawn',
  'confirmations.viewed',
  'password.changed',
  'second-factor.enrolled',
  'recovery-codes.made',
  'recovery-code.used',
  'request.refused',
  'retention.applied',
  'bank-holidays.imported',
  // what everybody may know
  'helpline.added',
  'helpline.changed',
  'helpline.ended',
  // the register of people and homes
  'register.import-begun',
  'register.import-stopped',
  'register.imported',
  'register.searched',
  'person.viewed',
  'person.recorded',
  'person.changed',
  'property.viewed',
  'people.linked',
  'people.kept-apart',
  'people.match-undone',
  // disclosures, concerns and triage
  'disclosures.listed',
  // cases
  'cases.listed',
  'cases.exported',
  // visits and calls, and who is on duty
  'diary.viewed',
  'diary-feed.made',
  'diary-feed.revoked',
  'diary-feed.read',
  'rota.viewed',
  'staff-hours.changed',
  'absence.recorded',
  'absence.ended',
  // risk
  'risk.instrument-loaded',
  'risk.settings-viewed',
  // tasks, the day, supervision
  'day.viewed',
  'cases.reassigned',
  'reassignment.viewed',
  'reassignment.undone',
  'supervision.viewed',
  // break-glass
  'break-glass.refused',
  'break-glass.viewed',
  // markers on homes, and people's needs
  'marker.seen',
  // also in the list above; here for when no case is involved: a number on the register, an approved wording, a
  // threshold of an area, how a colleague is
  'contact-detail.shown',
  'marker.reviewed',
  'risk.threshold-changed',
  'supervision.recorded',
  // the landlord's policy
  'policy.viewed',
  'policy.change-proposed',
  'policy.change-approved',
  'policy.change-declined',
  'policy.change-withdrawn',
  'policy.review-called-for',
  'policy.review-answered',
  // what a second person looks at
  'checks.viewed',
  'sample.drawn',
  // the policy board
  'board.viewed',
  'board.exported',
  'what-if.run',
  'notifications.viewed',
] as const;

export const eventNames = [...new Set([...caseEventNames, ...promiseEventNames, ...officeEventNames])];

export type CaseEventName = (typeof caseEventNames)[number];
export type OfficeEventName = (typeof officeEventNames)[number];
export type PromiseEventName = (typeof promiseEventNames)[number];
export type EventName = CaseEventName | PromiseEventName | OfficeEventName;
