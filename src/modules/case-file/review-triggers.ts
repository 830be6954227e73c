import type { Choice } from '#rules/words.ts';

/** What makes it necessary to look at the risk again, whatever the date of the next review (domain §3). */
export const reviewTriggers = [
  { value: 'incident', label: 'A new incident' },
  { value: 'separation', label: 'Separation, or an attempt to separate' },
  { value: 'pregnancy', label: 'Pregnancy or birth' },
  { value: 'order_made', label: 'An order was made or served' },
  { value: 'order_breached', label: 'An order or bail condition was breached' },
  { value: 'order_ends', label: 'An order ends soon' },
  { value: 'release', label: 'Release from custody, or a change of bail' },
  { value: 'hearing', label: 'A hearing' },
  { value: 'child_contact', label: 'Contact with children' },
  { value: 'notice', label: 'A notice was served' },
  { value: 'move', label: 'A move' },
  { value: 'perpetrator_action', label: 'Something was done about the person who causes harm' },
  { value: 'information', label: 'New information' },
  { value: 'lost_contact', label: 'Contact was lost' },
] as const satisfies readonly Choice[];
export type ReviewTrigger = (typeof reviewTriggers)[number]['value'];
