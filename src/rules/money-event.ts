/** What they say of money, what an adviser made of it, and what that brought; and what help costs. */
export const moneyEventNames = [
  'money.told',
  'money.reviewed',
  'money.done',
  'money.left',
  'money.gained',
  'money.corrected',
  // what something cost, how long it took, and what was avoided
  'cost.recorded',
  'cost.fund-named',
  'cost.time-recorded',
  'cost.avoided',
  'cost.corrected',
] as const;
