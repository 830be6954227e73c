import type { Choice } from '#rules/words.ts';

/** How they were asked, or said so. */
export const askedWays = [
  { value: 'in_person', label: 'Face to face' },
  { value: 'phone', label: 'On the phone' },
  { value: 'video', label: 'In a video call' },
  { value: 'writing', label: 'In writing' },
] as const satisfies readonly Choice[];
export type AskedWay = (typeof askedWays)[number]['value'];
