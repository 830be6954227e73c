/** What somebody, asked at a letting, wished to be handed on; and what was told of a letting by another form. */
export const newCustomerEventNames = [
  'letting.handed-on',
  'letting.handed-on-late',
  'letting.told-otherwise',
  'letting.moved-in',
] as const;

/** The question at a letting: that it was asked, and of nobody what they answered. */
export const lettingOfficeEventNames = [
  'letting.told',
  'letting.tried',
  'letting.asked',
  'letting.asked-late',
  'letting.not-asked',
  'letting.not-safe-to-ask',
  'letting.fell-through',
  'lettings.viewed',
] as const;
