/** Safeguarding: a referral of a child or an adult, what came of it, and that none is made. */
export const safeguardingEventNames = [
  'safeguarding.adults-asked',
  'safeguarding.prompted',
  'safeguarding.decided',
  'child-referral.promised',
  'adult-referral.promised',
  'safeguarding.referred',
  'safeguarding.acknowledged-by-them',
  'safeguarding.acknowledged-to-us',
  'safeguarding.answer-awaited',
  'safeguarding.chased',
  'safeguarding.answered',
  'safeguarding.corrected',
  'safeguarding.no-referral-proposed',
  'safeguarding.no-referral-approved',
  'safeguarding.no-referral-declined',
  'safeguarding.no-referral-withdrawn',
] as const;
