/** What is looked at in a home, who has a right in it, and what is ordered. */
export const securityEventNames = [
  'security.assessed',
  'security.assessment-later',
  'security.assessment-declined',
  'security.assessment-corrected',
  'security.rights-recorded',
  'security.room-recorded',
  'security.ordered',
  'security.order-ended',
  'security.contractor-conflict',
  'security.contractor-conflict-ended',
] as const;
