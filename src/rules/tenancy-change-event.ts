/** What happens in a case to a change of a tenancy that is held. */
export const tenancyChangeEventNames = [
  'tenancy-event.met',
  'tenancy-event.checked',
  'tenancy-event.answer-proposed',
  'tenancy-event.answer-approved',
  'tenancy-event.answer-declined',
  'tenancy-event.answer-withdrawn',
  // a change that they ask for themselves
  'tenancy-change.asked',
  'tenancy-change.item-settled',
  'tenancy-change.decided',
  'tenancy-change.not-wanted',
  'tenancy-change.went-on',
] as const;
