/** What is said, tested, decided and done about whoever is feared. */
export const actionEventNames = [
  'perpetrator-action.proposed',
  'perpetrator-action.view-recorded',
  'perpetrator-action.tested',
  'perpetrator-action.stopped',
  'perpetrator-action.put',
  'perpetrator-action.approved',
  'perpetrator-action.declined',
  'perpetrator-action.withdrawn',
  'perpetrator-action.shut-again',
  'perpetrator-action.told',
  'perpetrator-action.not-safe-to-tell',
  'perpetrator-action.taken',
  'perpetrator-action.outcome-recorded',
  'perpetrator-action.dropped',
  'perpetrator-action.programme-safety-said',
] as const;
