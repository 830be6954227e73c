/** What is asked, said, tested, advised, decided and done about mediation. */
export const mediationEventNames = [
  'mediation.asked',
  'mediation.not-theirs',
  'mediation.wish-said',
  'mediation.tested',
  'mediation.advised',
  'mediation.put',
  'mediation.approved',
  'mediation.declined',
  'mediation.withdrawn',
  'mediation.arranged',
  'mediation.shut-again',
  'mediation.ended',
  'mediation.stopped',
] as const;
