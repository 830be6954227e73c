/** What they say of money, what an adviser made of it, and what that brought. */
export const moneyEventNames = [
  'money.told',
  'money.reviewed',
  'money.done',
  'money.left',
  'money.gained',
  'money.corrected',
] as const;
