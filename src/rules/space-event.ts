/** What happens to breathing space from court action, and to what it holds back. */
export const spaceEventNames = [
  'breathing-space.given',
  'breathing-space.look-awaited',
  'breathing-space.reviewed',
  'breathing-space.length-chosen',
  'breathing-space.declined',
  'breathing-space.ended',
  'breathing-space.telling-owed',
  'breathing-space.told',
  'breathing-space.decision-proposed',
  'breathing-space.decision-approved',
  'breathing-space.decision-declined',
  'breathing-space.decision-withdrawn',
  // a step over income met what holds it: held back, or taken all the same
  'court-step.met',
  'debt-respite.recorded',
  'debt-respite.changed',
] as const;
