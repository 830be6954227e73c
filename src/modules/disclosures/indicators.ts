import type { Choice } from '#rules/words.ts';

/** What a colleague or contractor may notice. One sign proves nothing; all of them are worth telling (L2.4). */
export const indicators = [
  { value: 'told_me', label: 'Somebody told me something' },
  { value: 'injury', label: 'An injury, or somebody who seems to be in pain' },
  { value: 'afraid', label: 'Somebody seems afraid, withdrawn or watchful' },
  { value: 'spoken_for', label: 'Somebody is always spoken for, or never seen alone' },
  { value: 'shouting', label: 'Shouting, threats, or sounds of things being broken' },
  { value: 'damage', label: 'Damaged doors, walls or windows' },
  { value: 'locks_outside', label: 'Locks on the outside of bedrooms or other rooms' },
  { value: 'lock_jobs', label: 'Repeated lock changes or door repairs' },
  { value: 'watched', label: 'Cameras, trackers, or messages that must be answered at once' },
  { value: 'money', label: 'No money, phone, keys or papers of their own' },
  { value: 'children', label: 'Children who seem afraid, or who try to protect somebody' },
  {
    value: 'honour',
    label: 'Fear of relatives or a community, talk of shame, or of a marriage that somebody does not want',
  },
  { value: 'visitor', label: 'Somebody waiting or loitering near the home' },
] as const satisfies readonly Choice[];

export type Indicator = (typeof indicators)[number]['value'];
