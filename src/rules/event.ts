/**
 * Every event that Lintel can record. An event is written in the transaction of the change it tells of
 * (architecture: a request's walk, 3); packs name events as evidence that a promise is kept, and the policy
 * board counts them. Names read `noun.past-participle`; none of them, nor their data, ever holds a person's name.
 */
export const eventNames = [
  // people who use Lintel
  'session.started',
  'session.refused',
  'session.extended',
  'session.ended',
  'session.revoked',
  'sessions.viewed',
  'staff.invited',
  'staff.enrolled',
  'staff.changed',
  'staff.viewed',
  'password.changed',
  'second-factor.enrolled',
  'recovery-codes.made',
  'recovery-code.used',
  'request.refused',
  'settings.viewed',
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
  'disclosure.received',
  'disclosure.viewed',
  'disclosures.listed',
  'disclosure.danger-answered',
  'disclosure.definition-checked',
  'disclosure.triaged',
  'disclosure.handed-over',
  'concern.reported',
  // cases
  'case.opened',
  'case.viewed',
  'cases.listed',
  'cases.exported',
  'case.allocated',
  'case.person-added',
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
  'contact-plan.proposed',
  'contact-plan.approved',
  'contact-plan.declined',
  // promises with a deadline
  'obligation.started',
  'obligation.escalated',
  'obligation.met',
  'obligation.met-by-plan',
  'obligation.breached',
  // the policy board
  'board.viewed',
  'board.exported',
  'notifications.viewed',
] as const;

export type EventName = (typeof eventNames)[number];
