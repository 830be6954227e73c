import type { Choice } from '#rules/words.ts';

/** How a pause ended. */
export const pauseEndings = [
  { value: 'they_came_back', label: 'They came back to us' },
  { value: 'agreed_day', label: 'The agreed day came, and we made contact' },
  { value: 'new_incident', label: 'Something happened, and safety could not wait' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type PauseEnding = (typeof pauseEndings)[number]['value'];
